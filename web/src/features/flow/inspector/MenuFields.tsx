// The keys of a menu and where each leads, and what becomes of who chooses none.

import { ActionIcon, Button, Input, Select, Stack, Switch } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { DIGITS, freeDigit } from "../commands";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { choiceExit, type StepOf } from "../model";
import { Quantity } from "./fields";
import { Prompt } from "./HeardFields";
import { useChange } from "./useChange";
import { WayTarget, Ways } from "./Ways";

export function MenuFields({ step }: { step: StepOf<"menu"> }) {
  const t = useWords();
  const { command, mayChange } = useEditor();
  const change = useChange(step);
  const free = freeDigit(step);
  return (
    <>
      <Prompt step={step} />
      <Input.Wrapper label={t("flow:field.choices")} labelElement="div" description={t("flow:field.choices_help")}>
        <Stack gap="xs" mt="xs" component="ul" className={classes.plain} aria-label={t("flow:field.choices")}>
          {step.choices.map((_, index) => (
            <Key key={index} step={step} index={index} />
          ))}
        </Stack>
        {mayChange && (
          <Button
            mt="xs"
            size="xs"
            variant="default"
            disabled={free === undefined}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => { if (free !== undefined) command({ do: "add-key", id: step.id, digit: free }); }}
          >
            {t("flow:field.choice_add")}
          </Button>
        )}
      </Input.Wrapper>
      <Switch
        label={t("flow:field.no_choice")}
        description={t("flow:field.no_choice_help")}
        checked={step.no_choice != null}
        disabled={!mayChange}
        onChange={(event) => { command({ do: "no-choice", id: step.id, on: event.currentTarget.checked }); }}
      />
      {step.no_choice != null && <Ways step={step} only={["no_choice"]} />}
      <Quantity model="MenuStep" field="answer_within_seconds" unit=" s" value={step.answer_within_seconds} set={(seconds) => { change({ answer_within_seconds: seconds }); }} />
      <Quantity model="MenuStep" field="times" value={step.times} set={(times) => { change({ times: Math.min(times, 100) }); }} />
    </>
  );
}

function Key({ step, index }: { step: StepOf<"menu">; index: number }) {
  const t = useWords();
  const { command, mayChange } = useEditor();
  const change = useChange(step);
  const digit = step.choices[index]?.digit ?? "";
  const others = step.choices.filter((_, n) => n !== index).map((choice) => choice.digit);
  return (
    <li className={classes.key}>
      <Select
        aria-label={`${t("flow:field.choice")} ${String(index + 1)}`}
        data={[...DIGITS].map((value) => ({ value, label: value, disabled: others.includes(value) && value !== digit }))}
        value={digit}
        disabled={!mayChange}
        error={others.includes(digit) ? t("flow:field.choice_twice") : undefined}
        onChange={(wanted) => {
          if (wanted !== null) change({ choices: step.choices.map((choice, n) => (n === index ? { ...choice, digit: wanted } : choice)) });
        }}
      />
      <WayTarget slot={{ step: step.id, exit: choiceExit(index) }} />
      {mayChange && (
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("flow:field.choice_remove", { digit })} onClick={() => { command({ do: "remove-key", id: step.id, index }); }}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
