// Days and hours as charts write them.

import { useTranslation } from "react-i18next";

const LOCALES: Record<string, string> = { en: "en-GB", fr: "fr-FR" };

export interface Dates {
  /** `Mon 16 Nov` */
  day: (instant: number) => string;
  /** `Mon 16` */
  shortDay: (instant: number) => string;
  /** `16 Nov` */
  date: (instant: number) => string;
  /** `Mon 16 Nov, 14:00` */
  hour: (instant: number) => string;
  /** `14:00` */
  clock: (hour: number) => string;
  /** `Monday`, of 1 to 7 */
  weekday: (number: number) => string;
  /** `Mon` */
  shortWeekday: (number: number) => string;
  /** `16 – 22 Nov 2026` */
  span: (since: number, until: number) => string;
}

const A_MONDAY = new Date(2026, 10, 16).getTime();
const DAY_MS = 86_400_000;

function datesOf(locale: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const day = format({ weekday: "short", day: "numeric", month: "short" });
  const shortDay = format({ weekday: "short", day: "numeric" });
  const date = format({ day: "numeric", month: "short" });
  const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const long = format({ weekday: "long" });
  const short = format({ weekday: "short" });
  const whole = format({ day: "numeric", month: "short", year: "numeric" });
  const weekday = (names: Intl.DateTimeFormat) => (number: number) => names.format(A_MONDAY + (number - 1) * DAY_MS + DAY_MS / 2);
  return {
    day: (instant) => day.format(instant),
    shortDay: (instant) => shortDay.format(instant),
    date: (instant) => date.format(instant),
    hour: (instant) => `${day.format(instant)}, ${clock.format(instant)}`,
    clock: (hour) => `${String(hour).padStart(2, "0")}:00`,
    weekday: weekday(long),
    shortWeekday: weekday(short),
    span: (since, until) => whole.formatRange(since, until),
  };
}

const KNOWN = new Map<string, Dates>();

export function useDates(): Dates {
  const { i18n } = useTranslation();
  const locale = LOCALES[i18n.language] ?? "en-GB";
  const known = KNOWN.get(locale) ?? datesOf(locale);
  KNOWN.set(locale, known);
  return known;
}
