// What became of an ended call, in one word and one colour.

import type { operations } from "@/api/schema";
import type { CallRecordView } from "@/api/views";
import type { StateTone } from "./StateBadge";

type Query = NonNullable<operations["list_calls"]["parameters"]["query"]>;
export type CallType = NonNullable<Query["type"]>;

export const CALL_TYPE_TONES: Record<CallType, StateTone> = {
  answered: "talking",
  missed: "failed",
  voicemail: "waiting",
  "callback-requested": "callback",
  reached: "talking",
  "not-reached": "late",
};

export const CALL_TYPES = Object.keys(CALL_TYPE_TONES) as readonly CallType[];

export function callType({ direction, connected_at, tags, voicemail, missed_reason }: CallRecordView): CallType {
  if (direction === "outbound") {
    return connected_at === null || tags.includes("follow_up_self_assign") ? "not-reached" : "reached";
  }
  if (voicemail !== null) return "voicemail";
  if (missed_reason === "callback_requested") return "callback-requested";
  return missed_reason === null ? "answered" : "missed";
}
