// All that callers of a number hear, and the company's own messages.

import { Group, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { Listen } from "@/ui/messages/Listen";
import { MessageList } from "../fields/MessageList";
import { MessageSetting } from "../fields/MessageSetting";
import { Section } from "../fields/Section";
import { SwitchSetting } from "../fields/SwitchSetting";
import { Library } from "../messages/Library";
import type { Path, RingStep, Step } from "../paths";
import { useSheet } from "../sheet";
import { useTargetName } from "../targets";
import { SharedNote } from "./SharedNote";

type Spoken = Extract<Step, { kind: "audio" | "menu" | "voicemail" | "hang-up" }>;

/** The ready messages that fit each kind of step, the likeliest first. */
const READY: Record<Spoken["kind"], readonly string[]> = {
  audio: ["welcome", "offer", "closed"],
  menu: ["menu"],
  voicemail: ["voicemail_greeting", "closed"],
  "hang-up": ["no_answer_goodbye", "closed"],
};

export function MessagesTab() {
  const t = useWords();
  const { flow } = useSheet();
  const spoken = flow.settings.steps.filter((step): step is Spoken => step.kind in READY);
  const waiting = flow.settings.steps.filter((step): step is RingStep => step.kind === "ring");
  return (
    <Stack gap="lg">
      <Section id="on-the-way" title={t("numbers:messages.way")}>
        <SharedNote />
        {spoken.map((step) => (
          <MessageSetting
            key={step.id}
            path={`flow steps ${step.id} prompt` as Path}
            label={t(`numbers:messages.kind_${step.kind}`, { step: step.id })}
            help={t(`numbers:messages.kind_${step.kind}_help`)}
            ready={READY[step.kind]}
            none={step.kind === "hang-up" ? t("sound:message.none") : undefined}
          />
        ))}
        {waiting.map((step) => (
          <WhileWaiting key={step.id} step={step} />
        ))}
      </Section>
      <Section id="before" title={t("numbers:messages.before")} words={t("numbers:messages.before_words")}>
        <SwitchSetting path="line whisper" label={t("numbers:messages.whisper")} help={t("numbers:messages.whisper_help")} />
        <MessageSetting
          path="line announcement_prompt"
          label={t("numbers:messages.announcement")}
          help={t("numbers:messages.announcement_help")}
          ready={["may_be_recorded"]}
          none={t("sound:message.none")}
        />
      </Section>
      <Library />
    </Stack>
  );
}

function WhileWaiting({ step }: { step: RingStep }) {
  const t = useWords();
  const target = useTargetName()(step);
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" fw={550}>
            {t("numbers:messages.music", { target })}
          </Text>
          <Text size="sm" c="dimmed">
            {t("numbers:messages.music_help")}
          </Text>
        </div>
        <Listen prompt={step.waiting?.music ?? "waiting"} name={t("numbers:messages.music", { target })} />
      </Group>
      <MessageList
        path={`flow steps ${step.id} waiting messages`}
        label={t("numbers:messages.waiting", { target })}
        help={t("numbers:messages.waiting_help")}
        ready={["offer"]}
      />
    </>
  );
}
