// How counts, shares and waits are written, and how their changes are.

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import type { Sort } from "./changes";

export interface Written extends Record<Sort, (value: number) => string> {
  change: (by: number, sort: Sort) => string;
}

export function useWritten(): Written {
  const t = useWords();
  const format = useFormat();
  const share = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0 });
  const seconds = (value: number) => format.duration(value * 1000);
  const signed = (by: number, text: string) => `${by > 0 ? "+" : "−"}${text}`;
  return {
    count: (value) => format.number(value),
    share,
    seconds,
    change: (by, sort) => {
      const much = Math.abs(by);
      if (sort === "count") return signed(by, share(much));
      if (sort === "seconds") return signed(by, seconds(much));
      return t("analytics:change.points", { n: signed(by, format.number(much * 100, { maximumFractionDigits: much < 0.1 ? 1 : 0 })) });
    },
  };
}
