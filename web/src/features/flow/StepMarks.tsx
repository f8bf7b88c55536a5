// What is to be known of a step at a glance: problems, warnings, whether it offers a callback, whether the simulated caller came.

import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/words";
import { StateBadge } from "@/ui/StateBadge";
import { useEditor } from "./context";
import classes from "./Flow.module.css";
import type { Step } from "./model";

export interface Marks {
  problems: number;
  warnings: number;
  offers: boolean;
}

export function useMarks(): (step: Step) => Marks {
  const { problems, warnings, messages } = useEditor();
  return (step) => {
    const count = (found: typeof problems) => found.filter(({ step_id }) => step_id === step.id).length;
    const heard = step.kind === "audio" ? [step.prompt] : step.kind === "ring" ? (step.waiting?.messages ?? []) : [];
    const offers = heard.some((prompt) => messages.find((each) => each.prompt === prompt)?.offers_callbacks === true);
    return { problems: count(problems), warnings: count(warnings), offers };
  };
}

export const isMarked = ({ problems, warnings, offers }: Marks) => problems > 0 || warnings > 0 || offers;

export function StepMarks({ step, children }: { step: Step; children?: ReactNode }) {
  const t = useWords();
  const { problems, warnings, offers } = useMarks()(step);
  return (
    <span className={classes.marks}>
      {children}
      {offers && <StateBadge tone="callback">{t("flow:gist.offers")}</StateBadge>}
      {problems > 0 && (
        <StateBadge tone="failed" icon={IconCircleX}>
          {t("flow:list.problems", { count: problems })}
        </StateBadge>
      )}
      {warnings > 0 && (
        <StateBadge tone="late" icon={IconAlertTriangle}>
          {t("flow:list.warnings", { count: warnings })}
        </StateBadge>
      )}
    </span>
  );
}

export function Reached({ step }: { step: Step }) {
  const t = useWords();
  const { reached } = useEditor();
  return reached.has(step.id) ? <StateBadge tone="ringing">{t("flow:trial.reached")}</StateBadge> : null;
}
