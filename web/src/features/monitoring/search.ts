// Which entries the board shows: kept in the address, so that a team's board can be bookmarked.

import type { Entry, EntryStatus } from "./entries";

export interface BoardSearch {
  line?: string;
  queue?: string;
  kind?: Entry["kind"];
  state?: EntryStatus;
}

export const KINDS: readonly Entry["kind"][] = ["call", "callback"];
export const STATES: readonly EntryStatus[] = ["in-queue", "callback-pending", "ringing", "in-call", "in-ivr"];

/** Read an address, whatever somebody has written there. */
export function readSearch(given: Record<string, unknown>): BoardSearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 200) || undefined : undefined;
  };
  return {
    line: text("line"),
    queue: text("queue"),
    kind: KINDS.find((each) => each === given.kind),
    state: STATES.find((each) => each === given.state),
  };
}

export const isFiltered = (search: BoardSearch): boolean => Object.values(search).some((value) => value !== undefined);

export const passes =
  ({ line, queue, kind, state }: BoardSearch) =>
  (entry: Entry): boolean =>
    (line === undefined || entry.line?.id === line) &&
    (queue === undefined || entry.queueId === queue) &&
    (kind === undefined || entry.kind === kind) &&
    (state === undefined || entry.status === state);
