// From when to when: the presets, days of one's own, the period before, and their hours and days.

import type { AnalyticsSearch, Unit } from "./search";

export const PRESETS = ["today", "yesterday", "last-7", "last-28", "this-month", "last-month"] as const;
export type Preset = (typeof PRESETS)[number];
const USUAL: Preset = "last-7";
const DAYS_MAX = 366;
/** A longer period has too many hours to be seen. */
const HOURS_OF_DAYS_MAX = 7;
const HOURS_BELOW_DAYS = 3;
const HOUR_MS = 3_600_000;

export interface Period {
  /** Instants, in milliseconds; `until` is no longer in it. */
  since: number;
  until: number;
  days: number;
}

export interface Shown {
  /** Undefined for days of one's own. */
  preset: Preset | undefined;
  period: Period;
  before: Period;
  unit: Unit;
  mayBeHours: boolean;
}

/** Read from an address what is shown at this instant; days are those of the reader. */
export function shownAt(search: AnalyticsSearch, now: number): Shown {
  const own = ownDays(search);
  const preset = own === null ? (search.period ?? USUAL) : undefined;
  const period = own ?? PERIODS[preset ?? USUAL](midnight(now));
  const mayBeHours = period.days <= HOURS_OF_DAYS_MAX;
  const usual: Unit = period.days < HOURS_BELOW_DAYS ? "hour" : "day";
  return {
    preset,
    period,
    before: periodBefore(period, now),
    unit: mayBeHours ? (search.by ?? usual) : "day",
    mayBeHours,
  };
}

function ownDays({ since, until }: AnalyticsSearch): Period | null {
  if (since === undefined && until === undefined) return null;
  const [first, last] = [since ?? until ?? "", until ?? since ?? ""].sort();
  const begins = new Date(`${first ?? ""}T00:00`).getTime();
  const ends = daysLater(new Date(`${last ?? ""}T00:00`).getTime(), 1);
  return spanning(Math.max(begins, daysLater(ends, -DAYS_MAX)), ends);
}

const PERIODS: Record<Preset, (today: number) => Period> = {
  today: (today) => spanning(today, daysLater(today, 1)),
  yesterday: (today) => spanning(daysLater(today, -1), today),
  "last-7": (today) => spanning(daysLater(today, -6), daysLater(today, 1)),
  "last-28": (today) => spanning(daysLater(today, -27), daysLater(today, 1)),
  "this-month": (today) => spanning(monthsLater(today, 0), daysLater(today, 1)),
  "last-month": (today) => spanning(monthsLater(today, -1), monthsLater(today, 0)),
};

/** As many days before; where the period is not over, only as much of them as has passed of it. */
function periodBefore({ since, until, days }: Period, now: number): Period {
  const passed = Math.min(until, Math.max(now, since + HOUR_MS));
  return { since: daysLater(since, -days), until: daysLater(passed, -days), days };
}

/** Give the beginning of every hour or day of a period, up to this instant. */
export function beginnings({ since, until }: Period, unit: Unit, now: number): number[] {
  const found: number[] = [];
  const end = Math.min(until, Math.max(now, since + 1));
  for (let at = since; at < end; at = unit === "hour" ? at + HOUR_MS : daysLater(at, 1)) found.push(at);
  return found;
}

const spanning = (since: number, until: number): Period => ({
  since,
  until,
  days: Math.round((until - since) / (24 * HOUR_MS)),
});

export function midnight(instant: number): number {
  return new Date(instant).setHours(0, 0, 0, 0);
}

export function daysLater(instant: number, days: number): number {
  const later = new Date(instant);
  return later.setDate(later.getDate() + days);
}

function monthsLater(instant: number, months: number): number {
  const first = new Date(midnight(instant));
  return new Date(first.getFullYear(), first.getMonth() + months, 1).getTime();
}

/** A day as a date field writes it. */
export function dayField(instant: number): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
