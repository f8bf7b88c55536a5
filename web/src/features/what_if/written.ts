// How counts, shares and waits are written, and how they differ.

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import type { Sort } from "./result";

export interface Written extends Record<Sort, (value: number) => string> {
  change: (by: number, sort: Sort) => string;
}

export function useWritten(): Written {
  const t = useWords();
  const format = useFormat();
  const written: Record<Sort, (value: number) => string> = {
    count: (value) => format.number(value),
    share: (value) => format.number(value, { style: "percent", maximumFractionDigits: 1 }),
    seconds: (value) => format.duration(value * 1000),
  };
  return {
    ...written,
    change: (by, sort) => {
      const much = Math.abs(by);
      const text = sort === "share" ? t("what_if:points", { n: format.number(much * 100, { maximumFractionDigits: 1 }) }) : written[sort](much);
      return `${by > 0 ? "+" : "−"}${text}`;
    },
  };
}
