// What one may ask of past calls in the Workspace.

import type { CallType } from "@/ui/callType";

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
