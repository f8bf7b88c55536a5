// Above which estimated wait the offer is made; none is always.

import { NumberInput, Switch } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import type { Path } from "../paths";
import { useSetting } from "../sheet";
import classes from "../Numbers.module.css";

const FIRST_SECONDS = 60;

interface Props {
  path: Path;
  label: string;
  help: string;
}

export function ThresholdSetting({ path, label, help }: Props) {
  const t = useWords();
  const format = useFormat();
  const { value, set, problem, disabled, bounds, isChanged } = useSetting<number | string | null>(path);
  const { minimum = 0, maximum = 0 } = bounds;
  const range = t("numbers:range", { minimum: format.number(minimum), maximum: format.number(maximum) });
  return (
    <div className={classes.field} data-changed={isChanged}>
      <Switch
        label={label}
        description={help}
        checked={value !== null}
        disabled={disabled}
        onChange={(event) => {
          set(event.currentTarget.checked ? FIRST_SECONDS : null);
        }}
      />
      {value !== null && (
        <div className={classes.details}>
          <NumberInput
            label={t("numbers:offer.above_seconds")}
            description={range}
            value={value}
            onChange={set}
            suffix=" s"
            step={30}
            min={minimum}
            max={maximum}
            clampBehavior="none"
            allowDecimal={false}
            thousandSeparator={format.group}
            error={problem}
            disabled={disabled}
            classNames={{ wrapper: classes.quantity }}
          />
        </div>
      )}
    </div>
  );
}
