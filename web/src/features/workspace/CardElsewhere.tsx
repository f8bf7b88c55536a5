// The card on every other screen, while there is something on it; and the ringing on all of them.

import { useRouterState } from "@tanstack/react-router";
import { useSession } from "@/api/useSession";
import { useAgent } from "@/live/hooks";
import { AgentCard } from "./card/AgentCard";
import classes from "./card/Card.module.css";
import { useRinging } from "./useRinging";

const WORKSPACE = "/workspace";

export function CardElsewhere() {
  const { agentId } = useSession();
  const agent = useAgent(agentId);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useRinging(agent);
  if (agent === undefined || path.startsWith(WORKSPACE)) return null;
  if (agent.offer === null && agent.conversation === null) return null;
  return (
    <div className={classes.elsewhere}>
      <AgentCard agent={agent} />
    </div>
  );
}
