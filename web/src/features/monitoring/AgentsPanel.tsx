// The agents: what each is doing, with whom, and since when.

import { Text } from "@mantine/core";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { StateBadge } from "@/ui/StateBadge";
import { useAwayReasons } from "@/ui/away";
import { CONDITION_TONES } from "@/ui/conditions";
import { useCustomerName } from "@/ui/customer";
import classes from "./Monitoring.module.css";
import { Waited } from "./Waited";

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

const AWAY_FROM_WORK: ReadonlySet<AgentView["condition"]> = new Set(["off-duty", "offline"]);

/** `discreet` tells nothing of whom they talk with, and leaves room: only who is at work. */
export function AgentsPanel({ discreet = false }: { discreet?: boolean }) {
  const t = useWords();
  const agents = useLive((live) => live.agents);
  const shown = [...agents.values()].filter(({ condition }) => !(discreet && AWAY_FROM_WORK.has(condition)));
  const sorted = shown.sort(
    (one, other) => ORDER.indexOf(one.condition) - ORDER.indexOf(other.condition) || one.name.localeCompare(other.name),
  );
  return (
    <Panel title={t("monitoring:agents.title")}>
      {sorted.length === 0 ? (
        <Empty title={t("monitoring:agents.none_title")} words={t("monitoring:agents.none_words")} />
      ) : (
        <ul className={classes.rows}>
          {sorted.map((agent) => (
            <AgentRow key={agent.id} agent={agent} discreet={discreet} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AgentRow({ agent, discreet }: { agent: AgentView; discreet: boolean }) {
  const t = useWords();
  const customerName = useCustomerName();
  const { shown } = useAwayReasons();
  const customer = agent.conversation?.customer ?? agent.offer?.customer;
  return (
    <li className={classes.agent}>
      <div className={classes.who}>
        <Text fw={550} truncate>
          {agent.name}
        </Text>
        {agent.condition === "do-not-disturb" && agent.away_reason !== null && (
          <Text size="sm" c="dimmed" truncate>
            {shown(agent.away_reason)}
          </Text>
        )}
        {customer !== undefined && !discreet && (
          <Text size="sm" c="dimmed" truncate>
            {customerName(customer)}
          </Text>
        )}
      </div>
      <div className={classes.state}>
        <StateBadge tone={CONDITION_TONES[agent.condition]}>{t(`domain:condition.${agent.condition}`)}</StateBadge>
        {agent.since !== null && <Waited since={agent.since} waits={false} />}
      </div>
    </li>
  );
}
