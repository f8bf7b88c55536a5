// The sentence for what is wrong with a Smartflow, or what it warns of.

import i18next from "i18next";
import type { components } from "@/api/schema";
import type { en } from "@/i18n/catalogues";
import { useWords } from "@/i18n/words";

export type FlowProblem = components["schemas"]["ProblemView"];

type Known = keyof typeof en.flow.problem;

const isKnown = (code: string): code is Known => i18next.exists(`problem.${code}`, { ns: "flow" });

export function useFlowProblem(): (problem: FlowProblem) => string {
  const t = useWords();
  return ({ code, step_id, detail }) => {
    const words = isKnown(code) ? t(`flow:problem.${code}`, { detail }) : `${code}: ${detail}`;
    return step_id === null ? words : `${step_id}: ${words}`;
  };
}
