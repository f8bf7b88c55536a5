// The stretches of a week as people edit them: day by day.

import type { components } from "@/api/schema";

export type Period = components["schemas"]["OpeningPeriod"];
export type Weekday = Period["weekday"];

export const WEEKDAYS: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
export const WORKDAYS = WEEKDAYS.slice(0, 5);
const FIRST: readonly [string, string] = ["09:00", "18:00"];

export const ofDay = (periods: readonly Period[], weekday: Weekday) => periods.filter((each) => each.weekday === weekday);

/** A time of the wall clock without its seconds: `09:00`. */
export const shortTime = (time: string) => time.slice(0, 5);

/** Put a day's periods in the place of what it had; days stay in their order. */
export function withDay(periods: readonly Period[], weekday: Weekday, day: readonly Period[]): Period[] {
  return WEEKDAYS.flatMap((each) => (each === weekday ? [...day] : ofDay(periods, each)));
}

/** Add a stretch to a day: its first one in full, a later one after what there is. */
export function withOneMore(periods: readonly Period[], weekday: Weekday): Period[] {
  const day = ofDay(periods, weekday);
  const last = day.at(-1);
  const opens = last === undefined || shortTime(last.closes) === "00:00" ? FIRST[0] : shortTime(last.closes);
  const closes = last === undefined ? FIRST[1] : "00:00";
  return withDay(periods, weekday, [...day, { weekday, opens, closes }]);
}

/** Give every workday the periods of one day. */
export function onWorkdays(periods: readonly Period[], from: Weekday): Period[] {
  const model = ofDay(periods, from);
  return WORKDAYS.reduce<Period[]>((all, weekday) => withDay(all, weekday, model.map((each) => ({ ...each, weekday }))), [...periods]);
}

/** Tell whether a stretch ends before it begins; midnight is the end of its day. */
export const isReversed = ({ opens, closes }: Period) => shortTime(closes) !== "00:00" && shortTime(closes) <= shortTime(opens);

/** Tell whether two stretches of a day have a time in common. */
export function overlaps(day: readonly Period[]): boolean {
  const sorted = [...day].sort((one, other) => one.opens.localeCompare(other.opens));
  return sorted.some((each, index) => {
    const next = sorted[index + 1];
    return next !== undefined && (shortTime(each.closes) === "00:00" || shortTime(each.closes) > shortTime(next.opens));
  });
}

/** Monday to Friday, as most begin. */
export const ordinaryWeek = (): Period[] => WORKDAYS.map((weekday) => ({ weekday, opens: FIRST[0], closes: FIRST[1] }));

/** Tell whether a week holds a stretch that cannot be. */
export const isWrong = (periods: readonly Period[]) =>
  periods.some(isReversed) || WEEKDAYS.some((weekday) => overlaps(ofDay(periods, weekday)));
