// One ended call: who, when, which way, what became of it, and its tags.

import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import type { CallRecordView } from "@/api/views";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName, useLiveStore } from "@/live/hooks";
import { CallTags } from "@/ui/CallTags";
import { StateBadge } from "@/ui/StateBadge";
import { CALL_TYPE_TONES, callType } from "@/ui/callType";
import { useCustomerName } from "@/ui/customer";
import { LazyAnnotations } from "@/ui/annotations/LazyAnnotations";
import classes from "./Calls.module.css";

interface Props {
  call: CallRecordView;
  agentId: string;
}

export function PastCallRow({ call, agentId }: Props) {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const customerName = useCustomerName();
  const { clock } = useLiveStore();
  const [opened, { toggle }] = useDisclosure(false);
  const { customer, line, agent_id, assigned_to, talked_seconds } = call;
  const inbound = call.direction === "inbound";
  const type = callType(call);
  const about = [
    customer.name !== null && customer.number !== null ? phoneNumber(customer.number) : null,
    line.name,
    agent_id === null ? null : t("workspace:calls.by", { agent: agentName(agent_id) }),
    talked_seconds === null ? null : t("workspace:calls.talked", { time: format.duration(talked_seconds * 1000) }),
    assigned_to === null ? null : t("workspace:calls.follow_up", { agent: agentName(assigned_to) }),
  ];
  return (
    <li className={`${classes.row} ${classes.past}`}>
      <div className={classes.who}>
        <Text fw={550} truncate>
          {customerName(customer)}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {about.filter((each) => each !== null).join(" · ")}
        </Text>
        <button type="button" className={classes.annotate} aria-expanded={opened} onClick={toggle}>
          {call.notes.length === 0 ? t("workspace:notes.title") : t("workspace:notes.count", { count: call.notes.length })}
          <span className="spoken">{customerName(customer)}</span>
        </button>
        <CallTags call={call} />
      </div>
      <div className={classes.state}>
        <StateBadge tone={CALL_TYPE_TONES[type]} icon={inbound ? IconPhoneIncoming : IconPhoneOutgoing}>
          {`${t(inbound ? "workspace:calls.inbound" : "workspace:calls.outbound")} – ${t(`domain:type.${type}`)}`}
        </StateBadge>
      </div>
      <Text size="sm" c="dimmed" className={`figures ${classes.when}`}>
        {format.moment(call.began_at, clock.now())}
      </Text>
      {opened && (
        <div className={classes.below}>
          <LazyAnnotations callId={call.id} agentId={agentId} />
        </div>
      )}
    </li>
  );
}
