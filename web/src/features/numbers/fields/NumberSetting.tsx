import { NumberInput } from "@mantine/core";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import classes from "../Numbers.module.css";
import type { Path } from "../paths";
import { useSetting } from "../sheet";
import { Field } from "./Field";

interface Props {
  path: Path;
  label: string;
  help: string;
  /** How it is counted: " s", " min". */
  unit?: string;
  step?: number;
  /** A minimum for people, where that of the API is too small to write. */
  least?: number;
}

/** A quantity, with its bounds in its description and its problem beside it. */
export function NumberSetting({ path, label, help, unit = "", step = 1, least }: Props) {
  const t = useWords();
  const format = useFormat();
  const { value, set, problem, disabled, bounds } = useSetting<number | string>(path);
  const minimum = least ?? bounds.minimum ?? 0;
  const maximum = bounds.maximum ?? Number.MAX_SAFE_INTEGER;
  const range = t("numbers:range", { minimum: format.number(minimum), maximum: format.number(maximum) });
  return (
    <Field path={path} told={`${format.number(Number(bounds.default))}${unit}`}>
      <NumberInput
        label={label}
        description={`${help} ${range}`}
        value={value}
        onChange={set}
        suffix={unit}
        step={step}
        min={minimum}
        max={maximum}
        clampBehavior="none"
        allowDecimal={step < 1}
        thousandSeparator={format.group}
        decimalSeparator={format.decimal}
        error={problem}
        disabled={disabled}
        classNames={{ wrapper: classes.quantity }}
      />
    </Field>
  );
}
