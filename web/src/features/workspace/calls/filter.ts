// What one may ask of past calls in the Workspace.

import type { operations } from "@/api/schema";

type Query = NonNullable<operations["list_calls"]["parameters"]["query"]>;
export type CallType = NonNullable<Query["type"]>;
export type CallTag = NonNullable<Query["tag"]>;

export interface CallFilter {
  /** Days, as a date field writes them; empty for none. */
  since: string;
  until: string;
  agentId: string | null;
  lineId: string | null;
  type: CallType | null;
  tag: CallTag | null;
}

export const NO_FILTER: CallFilter = { since: "", until: "", agentId: null, lineId: null, type: null, tag: null };

export const TYPES: readonly CallType[] = ["answered", "missed", "voicemail", "callback-requested", "reached", "not-reached"];
export const TAGS: readonly CallTag[] = ["queue_callback", "queue_called_back", "follow_up_self_assign"];
