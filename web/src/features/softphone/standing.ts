// How the phone stands, as one word for which there are words in both languages.

import type { StateTone } from "@/ui/StateBadge";
import type { Phone } from "./useSoftphone";

export interface Standing {
  name:
    | "looking"
    | "to-ask"
    | "denied"
    | "missing"
    | "insecure"
    | "connecting"
    | "lost"
    | "elsewhere"
    | "refused"
    | "ready"
    | "in-call";
  tone: StateTone;
  /** Whether the agent has to do something, so that it is shown unasked. */
  asks: boolean;
}

export function standingOf({ microphone, state, inCall }: Pick<Phone, "microphone" | "state" | "inCall">): Standing {
  if (microphone === null) return { name: "looking", tone: "waiting", asks: false };
  if (microphone === "to-ask") return { name: "to-ask", tone: "late", asks: true };
  if (microphone !== "allowed") return { name: microphone, tone: "failed", asks: true };
  if (state.kind === "refused") {
    const elsewhere = state.code === "phone-elsewhere";
    return { name: elsewhere ? "elsewhere" : "refused", tone: elsewhere ? "late" : "failed", asks: false };
  }
  if (state.kind === "connecting") return { name: state.lost ? "lost" : "connecting", tone: "late", asks: false };
  return inCall
    ? { name: "in-call", tone: "talking", asks: false }
    : { name: "ready", tone: "talking", asks: false };
}
