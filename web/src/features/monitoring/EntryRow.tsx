// One call or callback: who, where, in which state and since when.

import { IconArrowBackUp, IconPhone } from "@tabler/icons-react";
import { memo, useState } from "react";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import { StateBadge, type StateTone } from "@/ui/StateBadge";
import { useCustomerName } from "@/ui/customer";
import classes from "./Monitoring.module.css";
import type { Asked } from "./RowDialog";
import { RowMenu } from "./RowMenu";
import { Waited } from "./Waited";
import type { Detail, Entry, EntryStatus } from "./entries";

type Words = ReturnType<typeof useWords>;

const TONES: Record<EntryStatus, StateTone> = {
  "in-ivr": "waiting",
  "in-queue": "waiting",
  ringing: "ringing",
  "in-call": "talking",
  "callback-pending": "callback",
};

interface Props {
  entry: Entry;
  /** Whether it has just come, and fades in. */
  isNew?: boolean;
  /** Whether it is over, and stands here only while the order is held. */
  gone?: boolean;
  /** Whether the keyboard is in this row. */
  active?: boolean;
  /** Nothing that tells who the customer is, and nothing to press: for a screen that all can see. */
  discreet?: boolean;
  ask?: (asked: Asked) => void;
}

/** Drawn anew only when something of the entry has changed: the feed brings equal ones all the time. */
export const EntryRow = memo(DrawnRow, (one, other) =>
  one.gone === other.gone && one.active === other.active && one.ask === other.ask && isSame(one.entry, other.entry),
);

const isSame = (one: Entry, other: Entry) => one === other || JSON.stringify(one) === JSON.stringify(other);

function DrawnRow({ entry, isNew = false, gone = false, active = false, discreet = false, ask }: Props) {
  const t = useWords();
  const [fadesIn] = useState(isNew);
  const name = useCustomerName()(entry.customer);
  const who = discreet ? t(`monitoring:entries.${entry.kind}`) : name;
  const about = useAbout(entry, discreet, t);
  const detail = detailOf(entry.detail, t);
  const Kind = entry.kind === "callback" ? IconArrowBackUp : IconPhone;
  return (
    <div className={classes.entry} data-new={fadesIn || undefined} data-gone={gone || undefined}>
      <span role="gridcell" className={`${classes.position} figures`}>
        {entry.place !== null && <span className="spoken">{t("monitoring:entries.place")} </span>}
        {entry.place?.position}
      </span>
      <Kind size={18} stroke={1.7} aria-hidden className={classes.kind} data-kind={entry.kind} />
      <div role="gridcell" className={classes.who}>
        <p className={classes.name}>{who}</p>
        <p className={`${classes.about} figures`}>{about}</p>
      </div>
      <div role="gridcell" className={classes.state}>
        <div className={classes.badge}>
          {gone ? (
            <StateBadge tone="waiting">{t("monitoring:entries.gone")}</StateBadge>
          ) : (
            <StateBadge tone={entry.detail?.of === "hold" ? "late" : TONES[entry.status]}>{t(`monitoring:status.${entry.status}`)}</StateBadge>
          )}
          {detail !== null && !gone && <small className={classes.detail}>{detail}</small>}
        </div>
        <Waited since={entry.since} waits={entry.status !== "in-call" && !gone} />
      </div>
      {ask !== undefined && (
        <span role="gridcell" className={classes.menu}>
          {!gone && <RowMenu entry={entry} who={who} reachable={active} ask={ask} />}
        </span>
      )}
    </div>
  );
}

function useAbout({ kind, customer, line, place, attempt, agentIds }: Entry, discreet: boolean, t: Words): string {
  const format = useFormat();
  const agentName = useAgentName();
  return [
    discreet ? null : t(`monitoring:entries.${kind}`),
    !discreet && customer.name !== null && customer.number !== null ? phoneNumber(customer.number) : null,
    line?.name,
    place?.queueName ?? null,
    attempt !== null && attempt.max > 1 ? t("monitoring:entries.attempt", { n: attempt.number, max: attempt.max }) : null,
    agentIds.length > 0 ? format.list(agentIds.map(agentName)) : null,
  ]
    .filter((each) => each != null)
    .join(" · ");
}

function detailOf(detail: Detail, t: Words): string | null {
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

