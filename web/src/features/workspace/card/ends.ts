// How the last card ended: one sentence, for a few seconds, of what only events tell.

import type { AgentView, LiveEvent } from "@/api/views";

export type EndKey =
  | "taken"
  | "withdrawn"
  | "caller-gone"
  | "callback-requested"
  | "held"
  | "cancelled"
  | "agent-left"
  | "fault"
  | "moved"
  | "rang_out"
  | "not_connected"
  | "not_confirmed"
  | "abandoned"
  | "declined"
  | "transferred"
  | "not_reached"
  | "call";

export interface End {
  key: EndKey;
  /** Who took it. */
  agentId?: string;
  /** Why the customer was not reached. */
  cause?: DialCause;
}

type DialCause = NonNullable<Extract<LiveEvent, { name: "dial-failed" }>["cause"]>;

/** Tell what an event says of how this agent's card ended; null when it says nothing of it. */
export function endBy(event: LiveEvent, agentId: string, callbackId: string | null, before: End | null): End | null {
  switch (event.name) {
    case "dial-failed":
      return event.callback_id === callbackId ? { key: "not_reached", cause: event.cause ?? "no-answer" } : null;
    case "offers-withdrawn":
      if (!event.agent_ids.includes(agentId)) return null;
      if (event.taken_by !== null) return { key: "taken", agentId: event.taken_by };
      return { key: event.cause === "taken" ? "withdrawn" : event.cause };
    case "offers-rang-out":
      if (!event.agent_ids.includes(agentId)) return null;
      if (event.cause === "not-connected") return { key: "not_connected" };
      return { key: event.cause === "not-confirmed" ? "not_confirmed" : "rang_out" };
    case "offer-declined":
      return event.agent_id === agentId ? { key: "declined" } : null;
    case "call-transferred":
    case "consultation-completed":
    case "consultation-abandoned":
      return event.agent_id === agentId ? { key: "transferred" } : null;
    case "hand-call-abandoned":
      return event.agent_id === agentId && before === null ? { key: "abandoned" } : null;
    case "agent-freed":
      return event.agent_id === agentId && before === null ? { key: "call" } : null;
    default:
      return null;
  }
}

/** Tell whether an end has been overtaken by what the agent is doing. */
export function isOver({ offer, conversation }: Pick<AgentView, "offer" | "conversation">): boolean {
  const talking = conversation?.stage === "talking" || conversation?.stage === "on-hold";
  return talking || offer?.state === "ringing";
}
