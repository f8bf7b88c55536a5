// What one may ask of past calls in the Workspace.

import type { operations } from "@/api/schema";

type Query = NonNullable<operations["list_calls"]["parameters"]["query"]>;
export type CallType = NonNullable<Query["type"]>;

export interface CallFilter {
  /** Days, as a date field writes them; empty for none. */
  since: string;
  until: string;
  agentId: string | null;
  lineId: string | null;
  type: CallType | null;
  tag: string | null;
}

export const NO_FILTER: CallFilter = { since: "", until: "", agentId: null, lineId: null, type: null, tag: null };

export const TYPES: readonly CallType[] = ["answered", "missed", "voicemail", "callback-requested", "reached", "not-reached"];
