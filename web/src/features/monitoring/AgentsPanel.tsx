// The agents: what each is doing, with whom, and since when.

import { Text } from "@mantine/core";
import type { AgentView } from "@/api/views";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { StateBadge } from "@/ui/StateBadge";
import { Timer } from "@/ui/Timer";
import { CONDITION_TONES } from "@/ui/conditions";
import { useCustomerName } from "@/ui/customer";
import classes from "./Monitoring.module.css";

const ORDER: readonly AgentView["condition"][] = [
  "available",
  "ringing",
  "in-call",
  "wrap-up",
  "connection-lost",
  "do-not-disturb",
  "off-duty",
  "offline",
];

export function AgentsPanel() {
  const t = useWords();
  const agents = useLive((live) => live.agents);
  const sorted = [...agents.values()].sort(
    (one, other) => ORDER.indexOf(one.condition) - ORDER.indexOf(other.condition) || one.name.localeCompare(other.name),
  );
  return (
    <Panel title={t("monitoring:agents.title")}>
      {sorted.length === 0 ? (
        <Empty title={t("monitoring:agents.none_title")} words={t("monitoring:agents.none_words")} />
      ) : (
        <ul className={classes.rows}>
          {sorted.map((agent) => (
            <AgentRow key={agent.id} agent={agent} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AgentRow({ agent }: { agent: AgentView }) {
  const t = useWords();
  const format = useFormat();
  const customerName = useCustomerName();
  const customer = agent.conversation?.customer ?? agent.offer?.customer;
  return (
    <li className={classes.agent}>
      <div className={classes.who}>
        <Text fw={550} truncate>
          {agent.name}
        </Text>
        {customer !== undefined && (
          <Text size="sm" c="dimmed" truncate>
            {customerName(customer)}
          </Text>
        )}
      </div>
      <div className={classes.state}>
        <StateBadge tone={CONDITION_TONES[agent.condition]}>{t(`domain:condition.${agent.condition}`)}</StateBadge>
        {agent.since !== null && (
          <Text size="sm" c="dimmed" className={classes.timer}>
            <span className="spoken">{t("monitoring:since", { time: format.time(agent.since) })}</span>
            <Timer since={agent.since} />
          </Text>
        )}
      </div>
    </li>
  );
}
