// What tells callers that they may press *: in each place of the Smartflow where people wait.

import { Stack, Text, Title } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { MessageList } from "../fields/MessageList";
import { NumberSetting } from "../fields/NumberSetting";
import { Section } from "../fields/Section";
import { SwitchSetting } from "../fields/SwitchSetting";
import type { RingStep } from "../paths";
import { useSetting, useSheet } from "../sheet";
import { useTargetName } from "../targets";
import { ThresholdSetting } from "../fields/ThresholdSetting";
import { SharedNote } from "./SharedNote";
import { Warnings } from "./Banners";

export function OfferSection() {
  const t = useWords();
  const { flow } = useSheet();
  const steps = flow.settings.steps.filter((step): step is RingStep => step.kind === "ring");
  return (
    <Section id="offer" title={t("numbers:offer.title")} words={t("numbers:offer.words")}>
      <SharedNote />
      <Warnings />
      {steps.length === 0 && <Text>{t("numbers:offer.nowhere")}</Text>}
      {steps.map((step) => (
        <WaitingPlace key={step.id} step={step} alone={steps.length === 1} />
      ))}
    </Section>
  );
}

function WaitingPlace({ step, alone }: { step: RingStep; alone: boolean }) {
  const t = useWords();
  const target = useTargetName()(step);
  const of = `flow steps ${step.id} waiting` as const;
  const { value: messages } = useSetting<string[]>(`${of} messages`);
  const { value: tells } = useSetting<boolean>(`${of} tell_wait`);
  return (
    <Stack gap="lg">
      {!alone && <Title order={3}>{t("numbers:queue.of", { target })}</Title>}
      <MessageList
        path={`${of} messages`}
        label={t("numbers:offer.messages", { target })}
        help={t("numbers:offer.messages_help")}
        ready={["offer"]}
      />
      {messages.length > 0 && (
        <>
          <NumberSetting path={`${of} message_every_seconds`} label={t("numbers:offer.every")} help={t("numbers:offer.every_help")} unit=" s" />
          <ThresholdSetting path={`${of} offer_above_seconds`} label={t("numbers:offer.above")} help={t("numbers:offer.above_help")} />
        </>
      )}
      <SwitchSetting path={`${of} tell_wait`} label={t("numbers:offer.tell")} help={t("numbers:offer.tell_help")} />
      {tells && (
        <NumberSetting path={`${of} tell_wait_every_seconds`} label={t("numbers:offer.tell_every")} help={t("numbers:offer.tell_every_help")} unit=" s" />
      )}
    </Stack>
  );
}
