// Which step is added at a place, or which step that is there already it leads to.

import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { targetsFor } from "../commands";
import { useEditor } from "../context";
import classes from "../Flow.module.css";
import { GROUPS, STEP_ICONS } from "../icons";
import { NOWHERE, isForked, stepById, targetAt, type Slot, type StepKind } from "../model";
import { useTitles } from "../titles";
import { usePutIn } from "../usePutIn";

export function AddStep({ slot, close }: { slot: Slot; close: () => void }) {
  const t = useWords();
  const putIn = usePutIn();
  const add = (kind: StepKind) => {
    close();
    putIn(kind, slot);
  };
  return (
    <Stack>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <div key={group} role="group" aria-label={t(`flow:add_group.${group}`)}>
          <Text size="sm" c="dimmed" mb={6} aria-hidden>
            {t(`flow:add_group.${group}`)}
          </Text>
          <div className={classes.kinds}>
            {GROUPS[group].map((kind) => {
              const Icon = STEP_ICONS[kind];
              return (
                <button key={kind} type="button" data-autofocus={kind === "audio" || undefined} className={classes.kindChoice} onClick={() => { add(kind); }}>
                  <Icon size={20} stroke={1.75} aria-hidden />
                  <span>
                    <b>{t(`flow:kind.${kind}`)}</b>
                    <span>{t(`flow:kind_help.${kind}`)}</span>
                  </span>
                </button>
              );
            })}
          </div>
        </div>
      ))}
      <LeadOn slot={slot} close={close} />
    </Stack>
  );
}

function LeadOn({ slot, close }: { slot: Slot; close: () => void }) {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline, command, dispatch } = useEditor();
  const [chosen, choose] = useState<string | null>(null);
  const target = targetAt(editor.flow, slot);
  const choices = targetsFor(editor.flow, slot).filter(({ id }) => id !== target);
  const stands = stepById(editor.flow, target);
  if (choices.length === 0 || slot.step === null) return null;
  return (
    <div>
      <Select
        searchable
        label={t("flow:do.connect")}
        description={t("flow:do.connect_help")}
        placeholder={t("flow:do.step")}
        nothingFoundMessage={t("calendar:nothing_found")}
        comboboxProps={{ withinPortal: false }}
        data={choices.map((step) => ({ value: step.id, label: `${String(outline.numbers.get(step.id) ?? "")} ${titles.step(step)}` }))}
        value={chosen}
        onChange={choose}
      />
      {chosen !== null && (
        <Group mt="xs" justify="space-between">
          <Text size="sm" c="dimmed">
            {stands !== undefined && !isForked(stands) && target !== NOWHERE ? t("flow:do.connect_lost") : ""}
          </Text>
          <Button
            size="xs"
            onClick={() => {
              close();
              command({ do: "connect", slot, target: chosen });
              dispatch({ type: "select", id: slot.step, focus: true });
            }}
          >
            {t("flow:do.connect_do")}
          </Button>
        </Group>
      )}
    </div>
  );
}
