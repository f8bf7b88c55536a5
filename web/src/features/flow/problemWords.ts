// A problem of a Smartflow in words that name the step as the list does.

import i18next from "i18next";
import type { en } from "@/i18n/catalogues";
import { useWords } from "@/i18n/words";
import { useEditor } from "./context";
import { stepById } from "./model";
import type { ProblemView } from "./queries";
import { useTitles } from "./titles";

type Known = keyof typeof en.flow.problem;
const isKnown = (code: string): code is Known => i18next.exists(`problem.${code}`, { ns: "flow" });

/** Problems whose detail is the id of a step, or of a number. */
const OF_STEP = new Set(["loop", "unknown-step"]);
const OF_LINE = new Set(["no-offer", "redirect-loop", "redirect-refused", "unknown-line"]);

export function useProblemTitle(): (problem: ProblemView) => { step: string; words: string } {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline, lines } = useEditor();
  const named = (id: string) => {
    const step = stepById(editor.flow, id);
    return step === undefined ? id : `${outline.numbers.get(id) ?? ""} ${titles.step(step)}`.trim();
  };
  return ({ code, step_id, detail }) => {
    const line = OF_LINE.has(code) ? lines.find(({ id }) => id === detail)?.settings.name : undefined;
    const about = OF_STEP.has(code) ? named(detail) : (line ?? detail);
    return {
      step: step_id === null ? t("flow:problems.whole") : named(step_id),
      words: isKnown(code) ? t(`flow:problem.${code}`, { detail: about }) : `${code}: ${detail}`,
    };
  };
}
