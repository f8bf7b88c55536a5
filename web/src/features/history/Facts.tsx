// What is known of a call, as pairs.

import type { CallRecordView } from "@/api/views";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import classes from "./Call.module.css";

export function Facts({ call }: { call: CallRecordView }) {
  return (
    <dl className={classes.facts}>
      {useFacts(call).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(call: CallRecordView): [string, string][] {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const lasted = (seconds: number | null) => (seconds === null ? null : format.duration(seconds * 1000));
  const facts: [string, string | null][] = [
    [t("history:fact.line"), call.line.number === null ? call.line.name : `${call.line.name} (${phoneNumber(call.line.number)})`],
    [t("history:fact.began"), `${format.day(call.began_at)}, ${format.time(call.began_at, true)}`],
    [t("history:fact.answered"), call.connected_at && format.time(call.connected_at, true)],
    [t("history:fact.ended"), call.ended_at && format.time(call.ended_at, true)],
    [t("history:fact.talked"), lasted(call.talked_seconds)],
    [t("history:fact.agent"), call.agent_id && agentName(call.agent_id)],
    [t("history:fact.ending"), call.ending && t(`history:ending.${call.ending}`)],
    [t("history:fact.missed"), call.missed_reason && t(`history:missed.${call.missed_reason}`)],
    [t("history:fact.waited"), lasted(call.callback_wait_seconds)],
    [t("history:fact.reason"), call.callback_failure_reason && t(`domain:reason.${call.callback_failure_reason}`)],
    [t("history:fact.assigned"), call.assigned_to && agentName(call.assigned_to)],
    [t("history:fact.redirected"), call.redirected_to.length === 0 ? null : format.list(call.redirected_to)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}
