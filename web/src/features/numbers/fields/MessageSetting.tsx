// Which message callers hear: chosen, listened to, or made anew.

import { Button, Group, Input, Select, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import type { Path } from "../paths";
import { useSetting, useSheet } from "../sheet";
import { Listen } from "../messages/Listen";
import { MakeMessage } from "../messages/MakeMessage";
import { choicesFor, useMessageTitle } from "../messages/titles";
import classes from "../Numbers.module.css";
import { Field } from "./Field";

interface Props {
  path: Path;
  label: string;
  help: string;
  /** The ready messages that fit here. */
  ready: readonly string[];
  /** Whether there may be none; how that is said. */
  none?: string;
}

const NONE = " none";

export function MessageSetting({ path, label, help, ready, none }: Props) {
  const t = useWords();
  const { line, messages } = useSheet();
  const { value, set, problem, disabled } = useSetting<string | null>(path);
  const [making, make] = useState(false);
  const title = useMessageTitle();
  const { language } = line.settings;
  const choices = choicesFor(messages, ready, language, value);
  const chosen = choices.find(({ prompt }) => prompt === value);
  const name = chosen === undefined ? (value ?? "") : title(chosen);
  const first = ready[0];
  const fallback = none === undefined && first !== undefined ? `${language}/${first}` : undefined;
  const usual = choices.find(({ prompt }) => prompt === fallback);
  const data = [
    ...(none === undefined ? [] : [{ value: NONE, label: none }]),
    ...choices.map((message) => ({ value: message.prompt, label: title(message) })),
    ...(value !== null && chosen === undefined ? [{ value, label: value }] : []),
  ];
  return (
    <Field path={path} fallback={usual?.prompt} told={usual && title(usual)}>
      <Input.Wrapper label={label} labelElement="div" description={help}>
        <Group gap="xs" align="flex-start" mt={4}>
          <Select
            className={classes.grow}
            aria-label={label}
            data={data}
            value={value ?? NONE}
            error={problem}
            disabled={disabled}
            onChange={(wanted) => {
              set(wanted === NONE ? null : wanted);
            }}
          />
          {value !== null && <Listen prompt={value} name={name} size="sm" />}
          <Button
            variant="default"
            disabled={disabled}
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t("numbers:message.new_for", { what: label })}
            onClick={() => {
              make(true);
            }}
          >
            {t("numbers:message.new")}
          </Button>
        </Group>
      </Input.Wrapper>
      {chosen?.text != null && (
        <Text size="sm" c="dimmed" mt={6} className={classes.quote} lang={chosen.language ?? undefined}>
          {t("numbers:message.quote", { text: chosen.text })}
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
    </Field>
  );
}
