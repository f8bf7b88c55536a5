// What somebody should look at: callbacks that fail in a row, faults of ours; until somebody dismisses it.

import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { AlertView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive, useLiveStore } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import classes from "../Integrations.module.css";
import { Notice } from "../Notice";
import { useDismiss } from "./queries";

export function Alerts() {
  const t = useWords();
  const alerts = useLive((live) => live.alerts);
  return (
    <Panel title={t("integrations:alerts.title")}>
      {alerts.length === 0 ? (
        <Empty title={t("integrations:alerts.none_title")} words={t("integrations:alerts.none_words")} />
      ) : (
        <ul className={classes.rows} aria-label={t("integrations:alerts.title")}>
          {alerts.map((alert) => (
            <Row key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The same above every screen: a new one is spoken. */
export function AlertNotices() {
  const t = useWords();
  const alerts = useLive((live) => live.alerts);
  if (alerts.length === 0) return null;
  return (
    <ul className={classes.notices} aria-label={t("integrations:alerts.title")}>
      {alerts.map((alert) => (
        <Row key={alert.id} alert={alert} spoken />
      ))}
    </ul>
  );
}

function Row({ alert, spoken = false }: { alert: AlertView; spoken?: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const dismissing = useDismiss(alert.id);
  const { kind, line, failures, raised_at } = alert;
  const title = t(`integrations:alerts.${kind}`, { line: line.name, count: failures, at: format.moment(raised_at, clock.now()) });
  return (
    <li>
      <div className={classes.whole}>
        <Notice spoken={spoken} tone="failed" title={title} words={t(`integrations:alerts.${kind}_todo`)}>
          <Group gap="xs">
            <Button variant="default" size="xs" component={Link} to={`/history?line=${line.id}&outcome=failed`}>
              {t("integrations:alerts.look")}
            </Button>
            <Button
              variant="default"
              size="xs"
              loading={dismissing.isPending}
              aria-label={t("integrations:alerts.dismiss_which", { what: title })}
              onClick={() => { dismissing.mutate(); }}
            >
              {t("action.dismiss")}
            </Button>
          </Group>
        </Notice>
        <Problem error={dismissing.error} />
      </div>
    </li>
  );
}
