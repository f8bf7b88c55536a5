// Calls and callbacks in one list, in their true order.

import { ActionIcon, Menu, Text } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowBarToUp,
  IconDots,
  IconHelpCircle,
  IconPhone,
  IconTimeline,
  IconX,
} from "@tabler/icons-react";
import { useMay } from "@/api/useSession";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { StateBadge, type StateTone } from "@/ui/StateBadge";
import { Timer } from "@/ui/Timer";
import { useCustomerName } from "@/ui/customer";
import classes from "./Monitoring.module.css";
import type { Asked } from "./RowDialog";
import { entriesOf, type Detail, type Entry, type EntryStatus } from "./entries";

const SHOWN_MAX = 100;

export function EntriesPanel({ ask }: { ask: (asked: Asked) => void }) {
  const t = useWords();
  const queues = useLive((live) => live.queues);
  const calls = useLive((live) => live.calls);
  const callbacks = useLive((live) => live.callbacks);
  const entries = entriesOf({ queues, calls, callbacks });
  const more = entries.length - SHOWN_MAX;
  return (
    <Panel title={t("monitoring:entries.title")} beside={entries.length > 0 && <Text c="dimmed" className="figures">{entries.length}</Text>}>
      {entries.length === 0 ? (
        <Empty title={t("monitoring:entries.none_title")} words={t("monitoring:entries.none_words")} />
      ) : (
        <ol className={classes.rows} aria-label={t("monitoring:entries.title")}>
          {entries.slice(0, SHOWN_MAX).map((entry) => (
            <EntryRow key={entry.id} entry={entry} ask={ask} />
          ))}
        </ol>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t("monitoring:more", { n: more })}
        </Text>
      )}
    </Panel>
  );
}

const TONES: Record<EntryStatus, StateTone> = {
  "in-ivr": "waiting",
  "in-queue": "waiting",
  ringing: "ringing",
  "in-call": "talking",
  "callback-pending": "callback",
};

interface RowProps {
  entry: Entry;
  ask: (asked: Asked) => void;
}

function EntryRow({ entry, ask }: RowProps) {
  const t = useWords();
  const format = useFormat();
  const who = useCustomerName()(entry.customer);
  const about = useAbout(entry);
  const detail = useDetail(entry.detail);
  const Kind = entry.kind === "callback" ? IconArrowBackUp : IconPhone;
  return (
    <li className={classes.entry}>
      <span className={`${classes.position} figures`}>
        {entry.place !== null && <span className="spoken">{t("monitoring:entries.place")} </span>}
        {entry.place?.position}
      </span>
      <Kind size={18} stroke={1.7} aria-hidden className={classes.kind} data-kind={entry.kind} />
      <div className={classes.who}>
        <Text fw={550} truncate>
          {who}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {about}
        </Text>
      </div>
      <div className={classes.state}>
        <div className={classes.badge}>
          <StateBadge tone={entry.detail?.of === "hold" ? "late" : TONES[entry.status]}>{t(`monitoring:status.${entry.status}`)}</StateBadge>
          {detail !== null && (
            <Text size="xs" c="dimmed">
              {detail}
            </Text>
          )}
        </div>
        <Text size="sm" c="dimmed" className={classes.timer}>
          <span className="spoken">{t("monitoring:since", { time: format.time(entry.since) })}</span>
          <Timer since={entry.since} />
        </Text>
      </div>
      <RowMenu entry={entry} who={who} ask={ask} />
    </li>
  );
}

function useAbout({ kind, customer, lineName, place, attempt, agentIds }: Entry): string {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  return [
    t(`monitoring:entries.${kind}`),
    customer.name !== null && customer.number !== null ? phoneNumber(customer.number) : null,
    lineName,
    place?.queueName ?? null,
    attempt !== null && attempt.max > 1 ? t("monitoring:entries.attempt", { n: attempt.number, max: attempt.max }) : null,
    agentIds.length > 0 ? format.list(agentIds.map(agentName)) : null,
  ]
    .filter((each) => each !== null)
    .join(" · ");
}

function useDetail(detail: Detail): string | null {
  const t = useWords();
  switch (detail?.of) {
    case "call":
      return t(`domain:call.${detail.code}`);
    case "callback":
      return t(`domain:callback.${detail.code}`);
    case "waiting":
      return t(`domain:waiting.${detail.code}`);
    case "hold":
      return t(`domain:hold.${detail.code}`);
    case undefined:
      return null;
  }
}

function RowMenu({ entry, who, ask }: RowProps & { who: string }) {
  const t = useWords();
  const mayMove = useMay("callbacks.direct");
  const mayCancel = useMay("callbacks.cancel");
  const { callbackId } = entry;
  if (callbackId === null) return <span className={classes.noMenu} />;
  const open = (what: Asked["what"]) => () => {
    ask({ what, callbackId, who });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("monitoring:menu.open", { who })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTimeline size={16} aria-hidden />} onClick={open("timeline")}>
          {t("monitoring:menu.timeline")}
        </Menu.Item>
        {entry.queued && (
          <Menu.Item leftSection={<IconHelpCircle size={16} aria-hidden />} onClick={open("why")}>
            {t("monitoring:menu.why")}
          </Menu.Item>
        )}
        {entry.queued && mayMove && (
          <Menu.Item leftSection={<IconArrowBarToUp size={16} aria-hidden />} onClick={open("front")}>
            {t("monitoring:menu.front")}
          </Menu.Item>
        )}
        {mayCancel && (
          <Menu.Item leftSection={<IconX size={16} aria-hidden />} className={classes.danger} onClick={open("cancel")}>
            {t("monitoring:menu.cancel")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
