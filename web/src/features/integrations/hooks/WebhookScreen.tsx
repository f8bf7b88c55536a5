// One webhook: how it does, what it was told, and what can be done with it.

import { Group, Text } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLiveStore } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { StateBadge } from "@/ui/StateBadge";
import classes from "../Integrations.module.css";
import { Deliveries, STATES } from "./Deliveries";
import { HookActions } from "./HookActions";
import { HookNotice } from "./HookNotice";
import { Signature } from "./Signature";
import { useWebhook, type Webhook } from "./queries";
import { STATE_TONES, useEventWords } from "./words";

export interface LogSearch {
  state?: string | undefined;
}

const route = getRouteApi("/integrations/$webhookId");

export function WebhookScreen() {
  const t = useWords();
  const { webhookId } = route.useParams();
  const given = route.useSearch();
  const navigate = route.useNavigate();
  const { data: webhook, error, isPending, refetch } = useWebhook(webhookId);
  const state = STATES.find((each) => each === given.state);
  return (
    <Screen title={webhook?.name ?? t("integrations:hooks.one")} beside={webhook && <HookActions webhook={webhook} />} width={960}>
      <Text size="sm">
        <Link to="/integrations" className={classes.plain}>
          {t("integrations:hooks.back")}
        </Link>
      </Text>
      {isPending && <LoadingRows />}
      <Problem error={error} title={t("problem.load_title")} retry={() => void refetch()} />
      {webhook !== undefined && (
        <>
          <HookNotice webhook={webhook} />
          <About webhook={webhook} />
          <Deliveries webhook={webhook} state={state} choose={(wanted) => void navigate({ search: { state: wanted }, replace: true })} />
          <Signature webhook={webhook} />
        </>
      )}
    </Screen>
  );
}

function About({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  const format = useFormat();
  const words = useEventWords();
  const { clock } = useLiveStore();
  const { url, state, events, created_at, secret_changed_at, lag, replays, failing_since } = webhook;
  const facts: [string, string][] = [
    [t("integrations:hooks.address"), url],
    [t("integrations:hooks.format"), t(`integrations:hooks.format_${webhook.format}`)],
    [t("integrations:hooks.told"), events.length === 0 ? t("integrations:hooks.all_events") : events.map((each) => words(each) ?? each).join(" · ")],
    [t("integrations:hooks.created"), format.moment(created_at, clock.now())],
    [t("integrations:hooks.behind"), lag === 0 ? t("integrations:hooks.up_to_date") : t("integrations:hooks.lag", { count: lag, n: format.number(lag) })],
  ];
  if (secret_changed_at !== null) facts.push([t("integrations:hooks.rotated"), format.moment(secret_changed_at, clock.now())]);
  if (replays > 0) facts.push([t("integrations:hooks.replays"), format.number(replays)]);
  return (
    <Panel
      title={t("integrations:hooks.about")}
      beside={
        <Group gap="xs">
          <StateBadge tone={state === "active" && failing_since !== null ? "late" : STATE_TONES[state]}>{t(`integrations:hooks.state.${state}`)}</StateBadge>
        </Group>
      }
    >
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
