// The sentence for what the server refused, in the reader's language.

import i18next from "i18next";
import { Refused, UNREACHABLE } from "@/api/refused";
import type { en } from "@/i18n/catalogues";
import { useWords } from "@/i18n/words";

type KnownCode = keyof typeof en.errors;

const isKnown = (code: string): code is KnownCode => i18next.exists(code, { ns: "errors" });

/** Tell whether what was asked for is not there: asking again does not bring it. */
export function isGone(error: unknown): boolean {
  return error instanceof Refused && error.code.startsWith("unknown-");
}

export function useProblemWords(): (error: unknown) => string {
  const t = useWords();
  return (error) => {
    if (!(error instanceof Refused)) return String(error);
    if (error.code === UNREACHABLE) return t("problem.unreachable");
    if (!isKnown(error.code)) return t("errors:other", { code: error.code });
    return t(`errors:${error.code}`, { reference: "", code: error.code, ...error.details });
  };
}
