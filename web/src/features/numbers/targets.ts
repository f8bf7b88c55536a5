// Whom a ring step rings, by name.

import { useAgentName } from "@/live/hooks";
import type { RingStep } from "./paths";
import { useSheet } from "./sheet";

export function useTargetName(): (step: RingStep) => string {
  const { teams } = useSheet();
  const agentName = useAgentName();
  return ({ target }) => {
    if ("agent_id" in target) return agentName(target.agent_id);
    return teams.find(({ id }) => id === target.team_id)?.settings.name ?? target.team_id;
  };
}
