// One step in the list: its number, what it does, and what is wrong with it.

import classes from "../Flow.module.css";
import { STEP_ICONS } from "../icons";
import type { OutlineStep } from "../outline";
import { Reached, StepMarks } from "../StepMarks";
import { useTitles } from "../titles";
import { useStepButton } from "../useStepButton";

export function StepRow({ outlined: { step, number } }: { outlined: OutlineStep }) {
  const titles = useTitles();
  const button = useStepButton(step, number);
  const Icon = STEP_ICONS[step.kind];
  return (
    <button {...button} className={classes.step}>
      <span className={`${classes.number} figures`}>{number}</span>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={classes.stepWords}>
        <span className={classes.kind}>{titles.kind(step)}</span>
        <span className={classes.gist}>{titles.gist(step)}</span>
      </span>
      <StepMarks step={step}>
        <Reached step={step} />
      </StepMarks>
    </button>
  );
}
