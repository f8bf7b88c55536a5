// The special dates of a rule, as a setting.

import { Dates } from "@/ui/calendar/Dates";
import classes from "../Numbers.module.css";
import type { DatesStep } from "../paths";
import { useSetting, useSheet } from "../sheet";

export function DatesSetting({ step }: { step: DatesStep }) {
  const { line } = useSheet();
  const { value, set, problem, disabled, isChanged } = useSetting<DatesStep["dates"]>(`flow steps ${step.id} dates`);
  return (
    <div className={classes.field} data-changed={isChanged}>
      <Dates dates={value} set={set} country={line.settings.country} problem={problem} disabled={disabled} />
    </div>
  );
}
