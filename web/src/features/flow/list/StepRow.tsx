// One step in the list: its number, what it does, and what is wrong with it.

import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { StateBadge } from "@/ui/StateBadge";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { STEP_ICONS } from "../icons";
import type { Step } from "../model";
import type { OutlineStep } from "../outline";
import { useTitles } from "../titles";

export function StepRow({ outlined: { step, number } }: { outlined: OutlineStep }) {
  const titles = useTitles();
  const { editor, dispatch, inspect, mayChange, reached } = useEditor();
  const { selected } = editor;
  const Icon = STEP_ICONS[step.kind];
  const isFirst = number === 1;
  return (
    <button
      type="button"
      id={`step-${step.id}`}
      className={classes.step}
      data-stop
      data-step={step.id}
      data-reached={reached.has(step.id) || undefined}
      aria-current={selected === step.id ? "true" : undefined}
      aria-keyshortcuts={mayChange ? "Enter Alt+ArrowUp Alt+ArrowDown Delete +" : "Enter"}
      tabIndex={selected === step.id || (selected === null && isFirst) ? 0 : -1}
      onFocus={() => { if (selected !== step.id) dispatch({ type: "select", id: step.id }); }}
      onClick={() => { inspect(step.id, false); }}
    >
      <span className={`${classes.number} figures`}>{number}</span>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={classes.stepWords}>
        <span className={classes.kind}>{titles.kind(step)}</span>
        <span className={classes.gist}>{titles.gist(step)}</span>
      </span>
      <StepMarks step={step} />
    </button>
  );
}

export function StepMarks({ step }: { step: Step }) {
  const t = useWords();
  const { problems, warnings, messages, reached } = useEditor();
  const count = (found: typeof problems) => found.filter(({ step_id }) => step_id === step.id).length;
  const [wrong, warned] = [count(problems), count(warnings)];
  const heard = step.kind === "audio" ? [step.prompt] : step.kind === "ring" ? (step.waiting?.messages ?? []) : [];
  const offers = heard.some((prompt) => messages.find((each) => each.prompt === prompt)?.offers_callbacks === true);
  return (
    <span className={classes.marks}>
      {reached.has(step.id) && <StateBadge tone="ringing">{t("flow:trial.reached")}</StateBadge>}
      {offers && <StateBadge tone="callback">{t("flow:gist.offers")}</StateBadge>}
      {wrong > 0 && (
        <StateBadge tone="failed" icon={IconCircleX}>
          {t("flow:list.problems", { count: wrong })}
        </StateBadge>
      )}
      {warned > 0 && (
        <StateBadge tone="late" icon={IconAlertTriangle}>
          {t("flow:list.warnings", { count: warned })}
        </StateBadge>
      )}
    </span>
  );
}
