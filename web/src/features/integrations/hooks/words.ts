// Types of events, states and problems of webhooks in words.

import i18next from "i18next";
import type { en } from "@/i18n/catalogues";
import { useWords } from "@/i18n/words";
import type { StateTone } from "@/ui/StateBadge";
import type { DeliveryState, Webhook } from "./queries";

type Words = typeof en.integrations;
type ProblemCode = keyof Words["attempt"]["problem"];

export const STATE_TONES: Record<Webhook["state"], StateTone> = {
  active: "talking",
  paused: "waiting",
  failing: "failed",
  gone: "failed",
};

export const DELIVERY_TONES: Record<DeliveryState, StateTone> = {
  delivered: "talking",
  retrying: "late",
  "given-up": "failed",
};

/** The words of a type of event; the type itself where there are none, as with another API's. */
export function useEventWords(): (type: string) => string | null {
  const t = useWords();
  return (type) => {
    const key = `integrations:event.${type}`;
    return i18next.exists(key) ? t(key as "integrations:event.call.began") : null;
  };
}

const isProblem = (code: string): code is ProblemCode => i18next.exists(`integrations:attempt.problem.${code}`);

/** What came of a try, in a sentence. */
export function useAttemptWords(): (attempt: { status: number | null; problem: string | null }) => string {
  const t = useWords();
  return ({ status, problem }) => {
    if (problem === null) return t("integrations:attempt.arrived", { status: status ?? "2xx" });
    return isProblem(problem) ? t(`integrations:attempt.problem.${problem}`, { status: status ?? "" }) : problem;
  };
}
