// What is set for the Smartflow as a whole.

import { Stack, Text, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { START } from "../model";
import { WayTarget } from "./Ways";

const NAME_LENGTH_MAX = 100;

export function FlowFields() {
  const t = useWords();
  const { editor, own, command, mayChange } = useEditor();
  const { name } = editor.flow;
  return (
    <Stack gap="md" p="md">
      <Text size="sm" c="dimmed">
        {t("flow:inspect.flow_words")}
      </Text>
      <TextInput
        label={t("flow:inspect.name")}
        value={name}
        maxLength={NAME_LENGTH_MAX}
        disabled={!mayChange}
        error={name.trim() === "" ? t("flow:inspect.name_missing") : undefined}
        onChange={(event) => { command({ do: "call", name: event.currentTarget.value }, "name"); }}
      />
      {editor.flow.steps.length > 0 && (
        <div className={classes.wayRow}>
          <span aria-hidden>{t("flow:way.start")}</span>
          <WayTarget slot={START} />
        </div>
      )}
      <div>
        <Text size="sm" fw={550}>
          {t("flow:inspect.used_by")}
        </Text>
        {own.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("flow:screen.unused")}
          </Text>
        )}
        <ul className={classes.plain}>
          {own.map(({ id, settings }) => (
            <li key={id}>
              <Link to="/numbers/$lineId/$tab" params={{ lineId: id, tab: "general" }} className={classes.link}>
                {settings.name}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Stack>
  );
}
