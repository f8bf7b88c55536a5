// Which figures are shown: kept in the address, so that it can be sent and gone back to.

import { PRESETS, type Preset } from "./period";

export const UNITS = ["hour", "day"] as const;
export type Unit = (typeof UNITS)[number];
export const GROUPS = ["line", "team", "agent"] as const;
export type Group = (typeof GROUPS)[number];
export const MEASURES = ["inbound", "requested", "abandoned_share", "wait_seconds"] as const;
export type Measure = (typeof MEASURES)[number];
export const WITHIN = [10, 20, 30, 60, 120] as const;

export interface AnalyticsSearch {
  period?: Preset;
  /** Days of one's own, as a date field writes them; the last one is meant whole. */
  since?: string;
  until?: string;
  by?: Unit;
  line?: string;
  team?: string;
  agent?: string;
  /** In how many seconds an answer is in time. */
  within?: number;
  group?: Group;
  heat?: Measure;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const OF_WHICH: ReadonlySet<string> = new Set(["line", "team", "agent"]);

/** Read an address, whatever somebody has written there. */
export function readSearch(given: Record<string, unknown>): AnalyticsSearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 100) || undefined : undefined;
  };
  const one = <Value extends string>(name: string, of: readonly Value[]) => of.find((each) => each === given[name]);
  const day = (name: string) => {
    const written = text(name) ?? "";
    return DAY.test(written) && !Number.isNaN(Date.parse(written)) ? written : undefined;
  };
  return {
    period: one("period", PRESETS),
    since: day("since"),
    until: day("until"),
    by: one("by", UNITS),
    line: text("line"),
    team: text("team"),
    agent: text("agent"),
    within: WITHIN.find((seconds) => seconds === Number(given.within)),
    group: one("group", GROUPS),
    heat: one("heat", MEASURES),
  };
}

/** Tell whether figures of some lines, teams or agents alone are wanted. */
export const isFiltered = (search: AnalyticsSearch): boolean =>
  Object.entries(search).some(([name, value]) => value !== undefined && OF_WHICH.has(name));
