// The calls on the other side of the callback.

import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import type { CallRecordView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { Panel } from "@/ui/Panel";
import { StateBadge } from "@/ui/StateBadge";
import { CALL_TYPE_TONES, callType } from "@/ui/callType";
import classes from "./Call.module.css";

export function LinkedCalls({ calls }: { calls: readonly CallRecordView[] }) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const { clock } = useLiveStore();
  return (
    <Panel title={t("history:linked")}>
      <ul className={classes.rows}>
        {calls.map((call) => {
          const type = callType(call);
          return (
            <li key={call.id}>
              <Link to="/calls/$callId" params={{ callId: call.id }} className={classes.link}>
                {t(call.direction === "inbound" ? "history:asked_by" : "history:made_for")}
              </Link>
              <StateBadge tone={CALL_TYPE_TONES[type]} icon={call.direction === "inbound" ? IconPhoneIncoming : IconPhoneOutgoing}>
                {t(`domain:type.${type}`)}
              </StateBadge>
              <Text size="sm" c="dimmed" className={`figures ${classes.whole}`}>
                {[format.moment(call.began_at, clock.now()), call.agent_id && agentName(call.agent_id)].filter(Boolean).join(" · ")}
              </Text>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
