// The colour of each thing an agent can be doing.

import type { AgentView } from "@/api/views";
import type { StateTone } from "./StateBadge";

export const CONDITION_TONES: Record<AgentView["condition"], StateTone> = {
  available: "talking",
  ringing: "ringing",
  "in-call": "talking",
  "wrap-up": "late",
  "connection-lost": "late",
  "do-not-disturb": "failed",
  "off-duty": "waiting",
  offline: "waiting",
};
