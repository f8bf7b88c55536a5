// Which message is heard: chosen, listened to, or made anew.

import { Button, Group, Input, Select, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { typeset } from "@/i18n/typeset";
import { useWords } from "@/i18n/words";
import { Listen } from "./Listen";
import { MakeMessage } from "./MakeMessage";
import type { SpokenLanguage } from "./making";
import classes from "./Messages.module.css";
import type { MessageView } from "./queries";
import { choicesFor, useMessageTitle } from "./titles";

interface Props {
  value: string | null;
  set: (prompt: string | null) => void;
  label: string;
  help: string;
  messages: readonly MessageView[];
  language: SpokenLanguage;
  /** The ready messages that fit here. */
  ready: readonly string[];
  /** Whether there may be none; how that is said. */
  none?: string;
  problem?: string | undefined;
  disabled: boolean;
}

const NONE = " none";

export function MessagePicker({ value, set, label, help, messages, language, ready, none, problem, disabled }: Props) {
  const t = useWords();
  const [making, make] = useState(false);
  const title = useMessageTitle();
  const choices = choicesFor(messages, ready, language, value);
  const chosen = choices.find(({ prompt }) => prompt === value);
  const isSet = value !== null && value !== "";
  const data = [
    ...(none === undefined ? [] : [{ value: NONE, label: none }]),
    ...choices.map((message) => ({ value: message.prompt, label: title(message) })),
    ...(isSet && chosen === undefined ? [{ value, label: value }] : []),
  ];
  return (
    <>
      <Input.Wrapper label={label} labelElement="div" description={help}>
        <Group gap="xs" align="flex-start" mt={4}>
          <Select
            className={classes.grow}
            aria-label={label}
            placeholder={t("sound:message.choose")}
            data={data}
            value={isSet ? value : none === undefined ? null : NONE}
            error={problem}
            disabled={disabled}
            onChange={(wanted) => {
              set(wanted === NONE ? null : wanted);
            }}
          />
          {isSet && <Listen prompt={value} name={chosen === undefined ? value : title(chosen)} size="sm" />}
          <Button
            variant="default"
            disabled={disabled}
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t("sound:message.new_for", { what: label })}
            onClick={() => {
              make(true);
            }}
          >
            {t("sound:message.new")}
          </Button>
        </Group>
      </Input.Wrapper>
      {chosen?.text != null && (
        <Text size="sm" c="dimmed" mt={6} className={classes.quote} lang={chosen.language ?? undefined}>
          {t("sound:message.quote", { text: typeset(chosen.text, chosen.language === "fr" ? "fr" : "en") })}
        </Text>
      )}
      <MakeMessage
        language={language}
        opened={making}
        close={() => {
          make(false);
        }}
        kept={({ prompt }) => {
          set(prompt);
        }}
      />
    </>
  );
}
