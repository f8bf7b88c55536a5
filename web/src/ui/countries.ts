// The countries of the world by their name in the reader's language.

import { useMemo } from "react";
import { language } from "@/i18n";

const A = "A".charCodeAt(0);
const LETTERS = Array.from({ length: 26 }, (_, n) => String.fromCharCode(A + n));
/** Codes that name no country one could call. */
const NONE = new Set(["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AN", "BU", "CS", "DD", "DY", "FX", "HV", "NH", "NT", "RH", "SU", "TP", "UK", "VD", "YD", "YU", "ZR", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"]);

export function useCountries(): { value: string; label: string }[] {
  const reader = language();
  return useMemo(() => {
    const names = new Intl.DisplayNames(reader, { type: "region", fallback: "none" });
    return LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
      .filter((code) => !NONE.has(code))
      .map((value) => ({ value, label: names.of(value) ?? "" }))
      .filter(({ label }) => label !== "")
      .sort((one, other) => one.label.localeCompare(other.label, reader));
  }, [reader]);
}
