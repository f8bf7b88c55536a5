// Messages played in turn: added, put in order, listened to, taken away.

import { ActionIcon, Button, Group, Input, Select, Stack, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { Listen } from "./Listen";
import { MakeMessage } from "./MakeMessage";
import type { SpokenLanguage } from "./making";
import classes from "./Messages.module.css";
import type { MessageView } from "./queries";
import { choicesFor, useMessageTitle } from "./titles";

const LENGTH_MAX = 20;

interface Props {
  prompts: readonly string[];
  set: (prompts: string[]) => void;
  label: string;
  help: string;
  messages: readonly MessageView[];
  language: SpokenLanguage;
  ready: readonly string[];
  problem?: string | undefined;
  disabled: boolean;
}

export function MessagesInTurn({ prompts, set, label, help, messages, language, ready, problem, disabled }: Props) {
  const t = useWords();
  const [making, make] = useState(false);
  const title = useMessageTitle();
  const nameOf = (prompt: string) => {
    const found = messages.find((each) => each.prompt === prompt);
    return found === undefined ? prompt : title(found);
  };
  const choices = choicesFor(messages, ready, language, null).filter(({ prompt }) => !prompts.includes(prompt));
  const full = prompts.length >= LENGTH_MAX;
  const add = (prompt: string) => {
    set([...prompts, prompt]);
  };
  const swap = (index: number, other: number) => {
    const moved = [...prompts];
    [moved[index], moved[other]] = [prompts[other] ?? "", prompts[index] ?? ""];
    set(moved);
  };
  return (
    <div>
      <Input.Wrapper label={label} labelElement="div" description={help} error={problem}>
        <Stack component="ol" gap={0} className={classes.list} aria-label={label} mt="xs">
          {prompts.map((prompt, index) => {
            const name = nameOf(prompt);
            const found = messages.find((each) => each.prompt === prompt);
            return (
              <li key={prompt} className={classes.item}>
                <div className={classes.grow}>
                  <Text size="sm" fw={550}>
                    {name}
                  </Text>
                  {found?.text != null && (
                    <Text size="sm" c="dimmed" lineClamp={2} lang={found.language ?? undefined}>
                      {found.text}
                    </Text>
                  )}
                </div>
                <Group gap={4} wrap="nowrap">
                  <Listen prompt={prompt} name={name} />
                  <Move icon={IconArrowUp} label={t("sound:list.up", { name })} disabled={disabled || index === 0} onClick={() => { swap(index, index - 1); }} />
                  <Move icon={IconArrowDown} label={t("sound:list.down", { name })} disabled={disabled || index === prompts.length - 1} onClick={() => { swap(index, index + 1); }} />
                  <Move icon={IconTrash} label={t("sound:list.remove", { name })} disabled={disabled} onClick={() => { set(prompts.filter((each) => each !== prompt)); }} />
                </Group>
              </li>
            );
          })}
        </Stack>
        {prompts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("sound:list.none")}
          </Text>
        )}
        <Group gap="xs" mt="xs">
          <Select
            className={classes.grow}
            aria-label={t("sound:list.add_to", { what: label })}
            placeholder={t("sound:list.add")}
            nothingFoundMessage={t("sound:nothing_found")}
            disabled={disabled || full || choices.length === 0}
            data={choices.map((message) => ({ value: message.prompt, label: title(message) }))}
            value={null}
            onChange={(prompt) => { if (prompt !== null) add(prompt); }}
          />
          <Button
            variant="default"
            disabled={disabled || full}
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t("sound:message.new_for", { what: label })}
            onClick={() => { make(true); }}
          >
            {t("sound:message.new")}
          </Button>
        </Group>
      </Input.Wrapper>
      <MakeMessage language={language} opened={making} close={() => { make(false); }} kept={({ prompt }) => { add(prompt); }} />
    </div>
  );
}

interface MoveProps {
  icon: typeof IconTrash;
  label: string;
  disabled: boolean;
  onClick: () => void;
}

function Move({ icon: Icon, label, disabled, onClick }: MoveProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
