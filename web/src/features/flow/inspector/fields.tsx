// The fields of a step's settings: what they are for, their bounds, and what is wrong beside them.

import { NumberInput, Switch } from "@mantine/core";
import { useState } from "react";
import bounds from "@/api/bounds.json";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import type { en } from "@/i18n/catalogues";
import { useEditor } from "../context";
import classes from "../Flow.module.css";

type FieldWords = keyof typeof en.flow.field;
export type Helped = { [Name in FieldWords]: `${Name}_help` extends FieldWords ? Name : never }[FieldWords];

interface Bound {
  default?: unknown;
  minimum?: number;
  maximum?: number;
}

export const boundOf = (model: keyof typeof bounds, field: string): Bound => (bounds[model] as Record<string, Bound>)[field] ?? {};

/** What a draft may hold at all; what may be published is told by the bounds. */
const KEPT_MAX = 86_400;

interface QuantityProps {
  model: keyof typeof bounds;
  field: Helped;
  value: number | null | undefined;
  set: (value: number) => void;
  unit?: string;
  step?: number;
}

/** A quantity; what is not a number is told and not taken. */
export function Quantity({ model, field, value, set, unit = "", step = 1 }: QuantityProps) {
  const t = useWords();
  const format = useFormat();
  const { mayChange } = useEditor();
  const [entered, enter] = useState<string | null>(null);
  const bound = boundOf(model, field);
  const minimum = bound.minimum ?? 0;
  const maximum = bound.maximum ?? KEPT_MAX;
  const shown = entered ?? value ?? Number(bound.default ?? 0);
  const range = { minimum: format.number(minimum), maximum: format.number(maximum) };
  const isWrong = typeof shown !== "number" || shown < minimum || shown > maximum;
  return (
    <NumberInput
      label={t(`flow:field.${field}`)}
      description={`${t(`flow:field.${field}_help`)} ${t("flow:inspect.range", range)}`}
      value={shown}
      suffix={unit}
      step={step}
      min={minimum}
      max={maximum}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator={format.group}
      decimalSeparator={format.decimal}
      disabled={!mayChange}
      error={isWrong ? t("flow:inspect.range_wrong", range) : undefined}
      classNames={{ wrapper: classes.quantity }}
      onChange={(wanted) => {
        if (typeof wanted === "number" && wanted <= KEPT_MAX) {
          enter(null);
          set(wanted);
        } else enter(String(wanted));
      }}
    />
  );
}

interface ToggleProps {
  field: Helped;
  checked: boolean;
  set: (checked: boolean) => void;
}

export function Toggle({ field, checked, set }: ToggleProps) {
  const t = useWords();
  const { mayChange } = useEditor();
  return (
    <Switch
      label={t(`flow:field.${field}`)}
      description={t(`flow:field.${field}_help`)}
      checked={checked}
      disabled={!mayChange}
      onChange={(event) => { set(event.currentTarget.checked); }}
    />
  );
}
