// What is read of a row of figures: counts, shares of what there was, waits. Null where there is
// nothing to tell.

import type { Figures } from "./queries";

export type Read = (row: Figures) => number | null;

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const ended = ({ callbacks }: Figures): number =>
  callbacks.completed + callbacks.not_reached + callbacks.failed + callbacks.cancelled;

export const READ = {
  inbound: (row) => row.calls.inbound,
  answered: (row) => row.calls.answered,
  answered_share: (row) => share(row.calls.answered, row.calls.inbound),
  abandoned: (row) => row.calls.abandoned,
  abandoned_share: (row) => share(row.calls.abandoned, row.calls.queued),
  instead: (row) => row.calls.requested_in_queue,
  /** Had everybody who asked to be called back hung up as well. */
  without_share: (row) => share(row.calls.abandoned + row.calls.requested_in_queue, row.calls.queued),
  requested: (row) => row.callbacks.requested,
  completed: (row) => row.callbacks.completed,
  completed_share: (row) => share(row.callbacks.completed, ended(row)),
  not_reached: (row) => row.callbacks.not_reached,
  failed: (row) => row.callbacks.failed,
  failed_share: (row) => share(row.callbacks.failed, ended(row)),
  cancelled: (row) => row.callbacks.cancelled,
  open: (row) => row.callbacks.open,
  live_median: (row) => row.calls.wait.median_seconds,
  live_p90: (row) => row.calls.wait.p90_seconds,
  callback_median: (row) => row.callbacks.wait.median_seconds,
  callback_p90: (row) => row.callbacks.wait.p90_seconds,
  level: (row) => row.calls.service_level,
  occupancy: (row) => row.agents.occupancy,
  promised: (row) => row.calls.promised + row.callbacks.promised,
  kept: (row) => row.calls.kept + row.callbacks.kept,
  broken: (row) => row.calls.promised + row.callbacks.promised - row.calls.kept - row.callbacks.kept,
  kept_share: (row) => share(row.calls.kept + row.callbacks.kept, row.calls.promised + row.callbacks.promised),
} satisfies Record<string, Read>;

const NO_WAIT = { median_seconds: null, p90_seconds: null };

/** A row of a time in which nothing was counted. */
export const nothing = (key: string | null): Figures => ({
  key,
  name: null,
  calls: {
    inbound: 0,
    answered: 0,
    missed: 0,
    voicemails: 0,
    callbacks_requested: 0,
    queued: 0,
    abandoned: 0,
    requested_in_queue: 0,
    in_time: 0,
    service_level: null,
    outbound: 0,
    reached: 0,
    talked_seconds: 0,
    promised: 0,
    kept: 0,
    wait: NO_WAIT,
  },
  callbacks: { requested: 0, open: 0, completed: 0, not_reached: 0, cancelled: 0, failed: 0, failed_by_reason: {}, promised: 0, kept: 0, wait: NO_WAIT },
  agents: { rung: 0, accepted: 0, declined: 0, rang_out: 0, ringing_seconds: 0, talking_seconds: 0, wrap_up_seconds: 0, free_seconds: 0, occupancy: null, away_seconds: {} },
});

/** For how long agents did not want to be disturbed, whatever the reason. */
export const awaySeconds = ({ agents }: Figures): number => Object.values(agents.away_seconds).reduce((sum, seconds) => sum + seconds, 0);

/** The reasons of all rows with their time, the longest first. */
export function reasonsOf(rows: readonly Figures[]): readonly (readonly [string, number])[] {
  const whole: Record<string, number> = {};
  for (const [reason, seconds] of rows.flatMap(({ agents }) => Object.entries(agents.away_seconds))) {
    whole[reason] = (whole[reason] ?? 0) + seconds;
  }
  return Object.entries(whole).sort(([one, n], [other, m]) => m - n || one.localeCompare(other));
}

/** Tell whether anybody called or was called back. */
export const isQuiet = ({ calls, callbacks }: Figures): boolean =>
  calls.inbound === 0 && calls.outbound === 0 && callbacks.requested === 0;

export interface Dated {
  at: number;
  figures: Figures;
}

/** Put rows at their instants and leave no gap; hours of the night in which never anything was are left out. */
export function filled(rows: readonly Figures[], instants: readonly number[], isHours: boolean): Dated[] {
  const known = new Map(rows.map((row) => [Date.parse(row.key ?? ""), row]));
  const all = instants.map((at) => ({ at, figures: known.get(at) ?? nothing(null) }));
  if (!isHours) return all;
  const busy = all.filter(({ figures }) => !isQuiet(figures)).map(({ at }) => new Date(at).getHours());
  if (busy.length === 0) return all;
  const [first, last] = [Math.min(...busy), Math.max(...busy)];
  return all.filter(({ at }) => new Date(at).getHours() >= first && new Date(at).getHours() <= last);
}
