// The webhooks: who is told what, and whether it gets through.

import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLiveStore } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { StateBadge } from "@/ui/StateBadge";
import classes from "../Integrations.module.css";
import { useWebhooks } from "../names";
import { NewHook } from "./NewHook";
import type { Webhook } from "./queries";
import { STATE_TONES } from "./words";

export function HooksPanel() {
  const t = useWords();
  const webhooks = useWebhooks();
  const [making, make] = useState(false);
  const opener = (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { make(true); }}>
      {t("integrations:hooks.new")}
    </Button>
  );
  return (
    <Panel title={t("integrations:hooks.title")} beside={opener}>
      {webhooks.error !== null && (
        <div className={classes.padded}>
          <Problem error={webhooks.error} title={t("problem.load_title")} retry={() => void webhooks.refetch()} />
        </div>
      )}
      {webhooks.isPending && <LoadingRows rows={2} />}
      {webhooks.isSuccess && webhooks.data.length === 0 && (
        <Empty title={t("integrations:hooks.none_title")} words={t("integrations:hooks.none_words")} />
      )}
      <ul className={classes.rows} aria-label={t("integrations:hooks.title")}>
        {webhooks.data?.map((webhook) => (
          <Row key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      <NewHook opened={making} close={() => { make(false); }} />
    </Panel>
  );
}

function Row({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const { id, name, url, events, state, format: told, failing_since } = webhook;
  const about = [
    events.length === 0 ? t("integrations:hooks.all_events") : t("integrations:hooks.events", { count: events.length }),
    told === "compatible" && t("integrations:hooks.compatible_short"),
    state === "active" && failing_since !== null && t("integrations:hooks.failing_since", { at: format.moment(failing_since, clock.now()) }),
  ];
  return (
    <li>
      <div className={classes.who}>
        <Link to="/integrations/$webhookId" params={{ webhookId: id }} className={classes.link}>
          {name}
        </Link>
        <Text size="sm" c="dimmed" className={classes.address}>
          {url}
        </Text>
      </div>
      <StateBadge tone={state === "active" && failing_since !== null ? "late" : STATE_TONES[state]}>{t(`integrations:hooks.state.${state}`)}</StateBadge>
      <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
        {about.filter(Boolean).join(" · ")}
      </Text>
    </li>
  );
}
