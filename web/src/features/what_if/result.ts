// What comes of a study: the same figures three times, and how the last differ from the second.

export interface Outcome {
  calls: number;
  served: number;
  abandoned: number;
  abandoned_share: number;
  turned_away: number;
  callbacks: { requested: number; completed: number; not_reached: number; failed: number; cancelled: number };
  wait_seconds: Record<"callers" | "callbacks", { mean: number | null; p50: number | null; p90: number | null }>;
  agents: { number: number; online_hours: number; occupancy: number };
  hours: { hour: number; served: number; abandoned: number; called_back: number; mean_wait_of_served: number | null }[];
}

export const COLUMNS = ["as_it_was", "same_settings", "other_settings"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Result extends Record<Column, Outcome> {
  from: string;
  until: string;
  not_replayed?: { under_way_at_the_beginning: number; phone_system_losses: number };
}

export type Sort = "count" | "share" | "seconds";

export interface Figure {
  name: string;
  sort: Sort;
  /** Which way is good; null where neither is. */
  good: "more" | "less" | null;
  /** Belongs to the one above. */
  part: boolean;
  read: (of: Outcome) => number | null;
}

const figure = (name: string, sort: Sort, good: Figure["good"], read: Figure["read"], part = false): Figure => ({ name, sort, good, read, part });

export const FIGURES = [
  figure("calls", "count", null, ({ calls }) => calls),
  figure("served", "count", null, ({ served }) => served),
  figure("abandoned", "count", "less", ({ abandoned }) => abandoned),
  figure("abandoned_share", "share", "less", ({ abandoned_share }) => abandoned_share, true),
  figure("turned_away", "count", "less", ({ turned_away }) => turned_away),
  figure("requested", "count", null, ({ callbacks }) => callbacks.requested),
  figure("completed", "count", "more", ({ callbacks }) => callbacks.completed, true),
  figure("not_reached", "count", "less", ({ callbacks }) => callbacks.not_reached, true),
  figure("failed", "count", "less", ({ callbacks }) => callbacks.failed, true),
  figure("cancelled", "count", null, ({ callbacks }) => callbacks.cancelled, true),
  figure("live_mean", "seconds", "less", ({ wait_seconds }) => wait_seconds.callers.mean),
  figure("live_p90", "seconds", "less", ({ wait_seconds }) => wait_seconds.callers.p90, true),
  figure("callback_mean", "seconds", "less", ({ wait_seconds }) => wait_seconds.callbacks.mean),
  figure("callback_p90", "seconds", "less", ({ wait_seconds }) => wait_seconds.callbacks.p90, true),
  figure("occupancy", "share", null, ({ agents }) => (agents.online_hours === 0 ? null : agents.occupancy)),
] as const;

export interface Difference {
  by: number;
  tone: "better" | "worse" | "neutral";
}

/** What other settings change, beside the replay with the same ones; null where one is missing. */
export function differenceIn({ read, good }: Figure, { same_settings, other_settings }: Result): Difference | null {
  const [before, after] = [read(same_settings), read(other_settings)];
  if (before === null || after === null) return null;
  const by = after - before;
  if (by === 0 || good === null) return { by, tone: "neutral" };
  return { by, tone: (good === "more") === by > 0 ? "better" : "worse" };
}

/** Callers who were helped: live, or called back. */
export const helped = ({ served, callbacks }: Outcome): number => served + callbacks.completed;

/** All hours in which anything was, in any of the two replays. */
export function hoursOf({ same_settings, other_settings }: Result) {
  const known = (of: Outcome) => new Map(of.hours.map((each) => [each.hour, each]));
  const [same, other] = [known(same_settings), known(other_settings)];
  const hours = [...new Set([...same.keys(), ...other.keys()])].sort((a, b) => a - b);
  return hours.map((hour) => ({ hour, same: same.get(hour), other: other.get(hour) }));
}
