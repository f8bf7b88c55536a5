// Which calls the history shows: kept in the address, so that it can be sent and gone back to.

import type { operations } from "@/api/schema";
import { CALL_TYPES, type CallType } from "@/ui/callType";

export type CallQuery = NonNullable<operations["list_calls"]["parameters"]["query"]>;
type Given<Name extends keyof CallQuery> = NonNullable<CallQuery[Name]>;
export type Outcome = Given<"outcome">[number];
export type Reason = Given<"reason">;
export type Order = Given<"order">;

export interface HistorySearch {
  number?: string;
  /** Days, as a date field writes them; the last one is meant whole. */
  since?: string;
  until?: string;
  line?: string;
  agent?: string;
  team?: string;
  direction?: "inbound" | "outbound";
  type?: CallType;
  tag?: string;
  outcome?: Outcome;
  reason?: Reason;
  order?: Order;
  ascending?: boolean;
}

export const DIRECTIONS = ["inbound", "outbound"] as const;
export const OUTCOMES: readonly Outcome[] = ["completed", "not_reached", "failed", "cancelled"];
const OF_REASONS: Record<Reason, true> = {
  agent_hung_up: true,
  customer_no_answer: true,
  customer_busy: true,
  customer_rejected: true,
  outcome_unknown: true,
  voicemail: true,
  wrong_person: true,
  no_available_agent: true,
  no_answer: true,
  declined: true,
  no_ring_step: true,
  closed: true,
  withheld_number: true,
  invalid_number: true,
  destination_refused: true,
  system_fault: true,
  by_user: true,
  by_api: true,
  superseded: true,
  erased: true,
  expired: true,
};
export const REASONS = Object.keys(OF_REASONS) as readonly Reason[];
const ORDERS: readonly Order[] = ["began", "waited", "talked"];
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Read an address, whatever somebody has written there. */
export function readSearch(given: Record<string, unknown>): HistorySearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 100) || undefined : undefined;
  };
  const one = <Value extends string>(name: string, of: readonly Value[]) => of.find((each) => each === given[name]);
  const day = (name: string) => (DAY.test(text(name) ?? "") ? text(name) : undefined);
  return {
    number: text("number"),
    since: day("since"),
    until: day("until"),
    line: text("line"),
    agent: text("agent"),
    team: text("team"),
    direction: one("direction", DIRECTIONS),
    type: one("type", CALL_TYPES),
    tag: text("tag"),
    outcome: one("outcome", OUTCOMES),
    reason: one("reason", REASONS),
    order: one("order", ORDERS),
    ascending: given.ascending === true ? true : undefined,
  };
}

/** The same as the API asks for it; the order is none of a filter's. */
export function asQuery(search: HistorySearch): CallQuery {
  return {
    number: searchedNumber(search.number),
    since: search.since && new Date(`${search.since}T00:00`).toISOString(),
    until: search.until && dayAfter(search.until).toISOString(),
    line_id: search.line === undefined ? undefined : [search.line],
    agent_id: search.agent,
    team_id: search.team,
    direction: search.direction,
    type: search.type,
    tag: search.tag,
    outcome: search.outcome === undefined ? undefined : [search.outcome],
    reason: search.reason,
  };
}

/** Leave what people write between digits aside; nothing when there is no digit. */
export function searchedNumber(text: string | undefined): string | undefined {
  const number = (text ?? "").replace(/(?!^\+)[^\d]/g, "").slice(0, 30);
  return /\d/.test(number) ? number : undefined;
}

const ORDERING: ReadonlySet<string> = new Set(["order", "ascending"]);

/** How many filters are set. */
export const countFilters = (search: HistorySearch): number =>
  Object.entries(search).filter(([name, value]) => value !== undefined && !ORDERING.has(name)).length;

function dayAfter(day: string): Date {
  const instant = new Date(`${day}T00:00`);
  instant.setDate(instant.getDate() + 1);
  return instant;
}
