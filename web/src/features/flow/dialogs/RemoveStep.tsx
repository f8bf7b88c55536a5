// Which branch stays when a step with several is removed.

import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import { NOWHERE, exitsOf, mainExit, stepById, targetOf, type Exit } from "../model";
import { useTitles, useTargetTitle } from "../titles";

const NOTHING = "nothing";

export function RemoveStep({ id, close }: { id: string; close: () => void }) {
  const t = useWords();
  const titles = useTitles();
  const targetTitle = useTargetTitle();
  const { editor, command, say } = useEditor();
  const step = stepById(editor.flow, id);
  const exits = step === undefined ? [] : exitsOf(step).filter((exit) => targetOf(step, exit) !== NOWHERE);
  const [keep, choose] = useState<Exit | typeof NOTHING>((step && mainExit(step)) ?? exits[0] ?? NOTHING);
  if (step === undefined) return null;
  return (
    <Stack>
      <Text>{t("flow:do.remove_words")}</Text>
      <Radio.Group label={t("flow:do.remove_keep")} value={keep} onChange={choose}>
        <Stack gap="xs" mt="xs">
          {exits.map((exit) => (
            <Radio key={exit} value={exit} label={titles.way(step, exit)} description={targetTitle({ step: id, exit })} />
          ))}
          <Radio value={NOTHING} label={t("flow:do.remove_nothing")} />
        </Stack>
      </Radio.Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {t("action.cancel")}
        </Button>
        <Button
          color="red.9"
          onClick={() => {
            close();
            command({ do: "remove", id, keep: keep === NOTHING ? null : keep });
            say(t("flow:said.remove", { step: titles.step(step) }));
          }}
        >
          {t("flow:do.remove")}
        </Button>
      </Group>
    </Stack>
  );
}
