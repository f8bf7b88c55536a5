// The settings that may be different; what is not chosen stays as it was.

import { NumberInput, Select, SimpleGrid } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { MODES, RULES, WHEN_BUSY, type WhatIfSearch } from "./question";

interface Props {
  search: WhatIfSearch;
  choose: (search: WhatIfSearch) => void;
}

const SPACE = "\u00a0";
const RETRIES = [0, 1, 2, 3, 4, 5];

export function Differences({ search, choose }: Props) {
  const t = useWords();
  const isList = search.source === "list";
  const given = { search, choose };
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
      <Choice {...given} name="mode" values={MODES.map((value) => ({ value, label: t(`what_if:mode.${value}`) }))} />
      <Choice {...given} name="retries" values={RETRIES.map((value) => ({ value: String(value), label: t("what_if:retries_option", { count: value }) }))} />
      <Choice {...given} name="when_busy" values={WHEN_BUSY.map((value) => ({ value, label: t(`what_if:when_busy.${value}`) }))} />
      <Quantity {...given} name="busy_wait" min={1} max={240} suffix={t("what_if:unit.minutes")} />
      <Choice
        {...given}
        name="respect"
        values={[
          { value: "true", label: t("what_if:yes") },
          { value: "false", label: t("what_if:no") },
        ]}
      />
      <Quantity {...given} name="ring_for" min={5} max={3_600} suffix={t("what_if:unit.seconds")} />
      <Choice {...given} name="rule" values={RULES.map((value) => ({ value, label: t(`what_if:rule.${value}`) }))} />
      {isList ? <Quantity {...given} name="agents" min={1} max={10_000} /> : <Quantity {...given} name="more" min={-1_000} max={1_000} signed />}
      <Quantity {...given} name="press" min={0} max={100} suffix={t("what_if:unit.percent")} />
      <Quantity {...given} name="seed" min={0} max={1_000_000} />
    </SimpleGrid>
  );
}

interface ChoiceProps extends Props {
  name: "mode" | "retries" | "when_busy" | "respect" | "rule";
  values: { value: string; label: string }[];
}

/** What a list is played with unless something else is chosen. */
const USUAL: Record<ChoiceProps["name"], string> = { mode: "automated", retries: "0", when_busy: "wait", respect: "false", rule: "longest-idle" };
/** What a chosen value is in the address. */
const READ: Partial<Record<ChoiceProps["name"], (value: string) => unknown>> = { retries: Number, respect: (value) => value === "true" };

function Choice({ name, values, search, choose }: ChoiceProps) {
  const t = useWords();
  const value = search[name];
  return (
    <Select
      size="xs"
      clearable
      clearButtonProps={{ "aria-label": t("what_if:as_it_was_one", { what: t(`what_if:setting.${name}`) }) }}
      label={t(`what_if:setting.${name}`)}
      placeholder={search.source === "list" ? values.find((each) => each.value === USUAL[name])?.label : t("what_if:as_it_was")}
      value={value === undefined ? null : String(value)}
      data={values}
      onChange={(chosen) => {
        choose({ ...search, [name]: chosen === null ? undefined : (READ[name]?.(chosen) ?? chosen) });
      }}
    />
  );
}

interface QuantityProps extends Props {
  name: "busy_wait" | "ring_for" | "more" | "agents" | "press" | "seed";
  min: number;
  max: number;
  suffix?: string;
  signed?: boolean;
}

const DEFAULTS = { press: "50", seed: "1" } as Partial<Record<QuantityProps["name"], string>>;
const OF_LISTS = { ...DEFAULTS, busy_wait: "60", ring_for: "3600" } as typeof DEFAULTS;

function Quantity({ name, min, max, suffix, signed = false, search, choose }: QuantityProps) {
  const t = useWords();
  const unit = suffix === undefined ? undefined : `${SPACE}${suffix}`;
  const isList = search.source === "list";
  const known = (isList ? OF_LISTS : DEFAULTS)[name];
  const usual = known === undefined ? t(isList ? "what_if:from_the_list" : "what_if:as_it_was") : `${known}${unit ?? ""}`;
  return (
    <NumberInput
      size="xs"
      label={t(`what_if:setting.${name}`)}
      placeholder={usual}
      min={min}
      max={max}
      allowDecimal={false}
      prefix={signed && (search[name] ?? 0) > 0 ? "+" : undefined}
      suffix={unit}
      value={search[name] ?? ""}
      onChange={(value) => {
        choose({ ...search, [name]: value === "" || !Number.isFinite(Number(value)) ? undefined : Number(value) });
      }}
    />
  );
}
