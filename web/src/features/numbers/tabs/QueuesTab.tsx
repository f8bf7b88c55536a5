// The queues of a number: whom each rings, for how long, by which rule.

import { Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { ChoiceSetting } from "../fields/ChoiceSetting";
import { NumberSetting } from "../fields/NumberSetting";
import { Section } from "../fields/Section";
import { SwitchSetting } from "../fields/SwitchSetting";
import type { RingStep } from "../paths";
import { useSetting, useSheet } from "../sheet";
import { useTargetName } from "../targets";
import { SharedNote } from "./SharedNote";

export function QueuesTab() {
  const t = useWords();
  const { flow } = useSheet();
  const steps = flow.settings.steps.filter((step): step is RingStep => step.kind === "ring");
  return (
    <Stack gap="lg">
      <SharedNote />
      {steps.length === 0 && <Empty title={t("numbers:queue.none_title")} words={t("numbers:queue.none_words")} />}
      {steps.map((step) => (
        <Queue key={step.id} step={step} />
      ))}
    </Stack>
  );
}

const RULES = ["simultaneous", "random", "longest-idle"] as const;

function Queue({ step }: { step: RingStep }) {
  const t = useWords();
  const target = useTargetName()(step);
  const { wanted } = useSheet();
  const of = `flow steps ${step.id}` as const;
  const { value: rule } = useSetting<RingStep["rule"]>(`${of} rule`);
  const mode = wanted.line.callbacks?.mode;
  return (
    <Section id={`queue-${step.id}`} title={t("numbers:queue.of", { target })}>
      {"team_id" in step.target && (
        <ChoiceSetting
          path={`${of} rule`}
          label={t("numbers:queue.rule")}
          choices={RULES.map((value) => ({ value, label: t(`numbers:queue.rule_${value}`), help: t(`numbers:queue.rule_${value}_help`) }))}
        />
      )}
      <NumberSetting path={`${of} ring_for_seconds`} label={t("numbers:queue.ring_for")} help={t("numbers:queue.ring_for_help")} unit=" s" />
      {rule !== "simultaneous" && (
        <NumberSetting path={`${of} ring_each_for_seconds`} label={t("numbers:queue.each")} help={t("numbers:queue.each_help")} unit=" s" />
      )}
      <SwitchSetting path={`${of} ring_even_if_busy`} label={t("numbers:queue.busy")} help={t("numbers:queue.busy_help")} />
      {mode !== "off" && (
        <Text size="sm" c="dimmed">
          {t("numbers:queue.callbacks")}
        </Text>
      )}
    </Section>
  );
}
