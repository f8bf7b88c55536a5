// The opening hours of a week, as a setting.

import { Input } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Week } from "@/ui/hours/Week";
import type { Period } from "@/ui/hours/periods";
import classes from "../Numbers.module.css";
import type { HoursStep } from "../paths";
import { useSetting } from "../sheet";

export function WeekSetting({ step }: { step: HoursStep }) {
  const t = useWords();
  const { value: periods, set, problem, disabled, isChanged } = useSetting<Period[]>(`flow steps ${step.id} periods`);
  return (
    <div className={classes.field} data-changed={isChanged}>
      <Week
        label={t("calendar:hours.week")}
        periods={periods}
        set={set}
        disabled={disabled}
        closed={t("calendar:hours.closed")}
        never={t("calendar:hours.never")}
      />
      {problem !== undefined && <Input.Error mt="xs">{problem}</Input.Error>}
    </div>
  );
}
