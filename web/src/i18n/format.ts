// How instants, durations, lists and phone numbers are written in each language.

import { useTranslation } from "react-i18next";
import { SPACE, type Language } from "./typeset";

const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };
const DAY_LETTERS: Record<Language, string> = { en: "d", fr: "j" };

/** The areas of two digits, of three, and all others, which have four as mobile networks do. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/^\+44(2\d)(\d{4})(\d{4})$/, "+44 $1 $2 $3"],
  [/^\+44(1\d1|11\d|[389]\d\d)(\d{3})(\d{4})$/, "+44 $1 $2 $3"],
  [/^\+44([17]\d{3})(\d{6})$/, "+44 $1 $2"],
];

/** Write an international number in its country's groups. */
export function phoneNumber(number: string): string {
  const grouped = number.startsWith("+33")
    ? number.replace(/^\+33(\d)/, "+33 $1 ").replace(/(\d\d)(?=(\d\d)+$)/g, "$1 ")
    : BRITISH.reduce((written, [shape, groups]) => written.replace(shape, groups), number);
  return grouped.trimEnd().replaceAll(" ", SPACE);
}

export class Format {
  readonly #language: Language;
  readonly #locale: string;

  constructor(language: Language) {
    this.#language = language;
    this.#locale = LOCALES[language];
  }

  /** Write a duration: `4 min 12 s`. */
  duration(milliseconds: number): string {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60) return joined([seconds, "s"]);
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return joined([minutes, "min", seconds % 60, "s"]);
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return joined([hours, "h", minutes % 60, "min"]);
    return joined([Math.floor(hours / 24), DAY_LETTERS[this.#language], hours % 24, "h"]);
  }

  /** Write a time of the day: `14:02`, or `14:02:11`. */
  time(instant: string | number, seconds = false): string {
    return this.#dated(instant, {
      hour: "2-digit",
      minute: "2-digit",
      ...(seconds ? { second: "2-digit" } : {}),
      hourCycle: "h23",
    });
  }

  /** Write a time, with its day unless that is today. */
  moment(instant: string | number, now: number): string {
    const sameDay = new Date(instant).toDateString() === new Date(now).toDateString();
    if (sameDay) return this.time(instant);
    return this.#dated(instant, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  }

  /** Write a day: `22 Nov 2026`. */
  day(instant: string | number): string {
    return this.#dated(instant, { day: "numeric", month: "short", year: "numeric" });
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.#locale, options).format(value);
  }

  /** What stands between thousands, and before decimals. */
  get group(): string {
    return this.#sign("group");
  }

  get decimal(): string {
    return this.#sign("decimal");
  }

  #sign(kind: "group" | "decimal"): string {
    const parts = new Intl.NumberFormat(this.#locale).formatToParts(12_345.6);
    return parts.find(({ type }) => type === kind)?.value ?? "";
  }

  percent(share: number): string {
    return this.number(share, { style: "percent", maximumFractionDigits: 0 });
  }

  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: "conjunction" }).format(names);
  }

  #dated(instant: string | number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#locale, options).format(new Date(instant));
  }
}

/** Join two quantities with their units, the second only when there is something of it. */
function joined([much, unit, rest, restUnit]: [number, string, number?, string?]): string {
  const whole = `${much}${SPACE}${unit}`;
  return rest === undefined || rest === 0 ? whole : `${whole}${SPACE}${rest}${SPACE}${restUnit ?? ""}`;
}

const FORMATS: Record<Language, Format> = { en: new Format("en"), fr: new Format("fr") };

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return FORMATS[i18n.language === "fr" ? "fr" : "en"];
}
