// What became of each event on its way: filtered, page by page, and told again where somebody wants.

import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
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
import { useBody, useDeliveries, useReplay, useReplayFailed, type Delivery, type DeliveryState, type Webhook } from "./queries";
import { DELIVERY_TONES, useAttemptWords, useEventWords } from "./words";

export const STATES = ["delivered", "retrying", "given-up"] as const satisfies readonly DeliveryState[];

interface Props {
  webhook: Webhook;
  state: DeliveryState | undefined;
  choose: (state: DeliveryState | undefined) => void;
}

export function Deliveries({ webhook, state, choose }: Props) {
  const t = useWords();
  const found = useDeliveries(webhook.id, state);
  const deliveries = found.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Panel title={t("integrations:log.title")} beside={<ReplayFailed webhook={webhook} />}>
      <div className={classes.padded}>
        <SegmentedControl
          size="xs"
          aria-label={t("integrations:log.filter")}
          value={state ?? "all"}
          onChange={(chosen) => { choose(STATES.find((each) => each === chosen)); }}
          data={[
            { value: "all", label: t("integrations:log.all") },
            ...STATES.map((value) => ({ value, label: t(`integrations:log.state.${value}`) })),
          ]}
        />
      </div>
      {found.error !== null && (
        <div className={classes.padded}>
          <Problem error={found.error} title={t("problem.load_title")} retry={() => void found.refetch()} />
        </div>
      )}
      {found.isPending && <LoadingRows />}
      {found.isSuccess && deliveries.length === 0 && (
        <Empty title={t(state === undefined ? "integrations:log.none_title" : "integrations:log.none_such")} words={t("integrations:log.none_words")} />
      )}
      <ul className={classes.rows} data-stale={found.isPlaceholderData} aria-label={t("integrations:log.title")}>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} webhookId={webhook.id} delivery={delivery} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Group justify="center" p="sm">
          <Button variant="default" size="xs" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("integrations:more")}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

function ReplayFailed({ webhook }: { webhook: Webhook }) {
  const t = useWords();
  const again = useReplayFailed(webhook.id);
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {again.data && (again.data.events === 0 ? t("integrations:log.nothing_failed") : t("integrations:log.failed_again", { count: again.data.events }))}
      </Text>
      <Problem error={again.error} />
      <Button size="xs" variant="default" leftSection={<IconRepeat size={14} aria-hidden />} loading={again.isPending} onClick={() => { again.mutate(undefined); }}>
        {t("integrations:log.replay_failed")}
      </Button>
    </Group>
  );
}

function Row({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const words = useEventWords();
  const attempt = useAttemptWords();
  const replaying = useReplay(webhookId);
  const { event_type: type, state, tries, last_at, next_at } = delivery;
  const moment = (instant: string) => format.moment(instant, clock.now());
  const about = [
    t("integrations:log.last_at", { at: moment(last_at) }),
    t("integrations:log.tries", { count: tries }),
    attempt(delivery),
    next_at !== null && t("integrations:log.next_at", { at: moment(next_at) }),
  ];
  return (
    <li>
      <div className={classes.who}>
        <StateBadge tone={DELIVERY_TONES[state]}>{t(`integrations:log.state.${state}`)}</StateBadge>
        <span className={classes.name}>{words(type) ?? type}</span>
        {words(type) !== null && (
          <Text span c="dimmed" className={classes.token}>
            {type}
          </Text>
        )}
      </div>
      {state !== "retrying" && (
        <Button
          size="compact-xs"
          variant="default"
          loading={replaying.isPending}
          aria-label={t("integrations:log.replay_which", { event: words(type) ?? type, at: moment(last_at) })}
          onClick={() => { replaying.mutate(delivery.id); }}
        >
          {t("integrations:log.replay")}
        </Button>
      )}
      <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
        {about.filter(Boolean).join(" · ")}
      </Text>
      <div className={classes.whole}>
        <Problem error={replaying.error} />
        <Sent webhookId={webhookId} delivery={delivery} />
      </div>
    </li>
  );
}

function Sent({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const body = useBody(webhookId, delivery.id, open);
  return (
    <details className={classes.disclosure} onToggle={(event) => { setOpen(event.currentTarget.open); }}>
      <summary>{t("integrations:log.sent")}</summary>
      {open && body.isPending && <LoadingRows rows={1} />}
      <Problem error={body.error} retry={() => void body.refetch()} />
      {body.data !== undefined && (
        <>
          <Text size="sm" c="dimmed" my={4}>
            {t(body.data.body === "" ? "integrations:log.sent_nothing" : "integrations:log.sent_words")}
          </Text>
          {body.data.body !== "" && (
            <pre className={classes.code} tabIndex={0} aria-label={t("integrations:log.sent")}>
              {indented(body.data.body)}
            </pre>
          )}
          <Text size="sm" c="dimmed" mt={4}>
            {t("integrations:log.answer_words", { id: delivery.subject })}
          </Text>
        </>
      )}
    </details>
  );
}

/** Write a body so that people can read it; as it is where it is no JSON. */
export function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
