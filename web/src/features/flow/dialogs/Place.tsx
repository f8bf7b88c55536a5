// Where a step is moved or copied to.

import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { placesFor, placesForCopy } from "../commands";
import { useEditor } from "../context";
import { isForked, isSameSlot, slotKey, stepById } from "../model";
import { useTitles } from "../titles";

interface Props {
  what: "move" | "copy";
  id: string;
  close: () => void;
}

export function Place({ what, id, close }: Props) {
  const t = useWords();
  const titles = useTitles();
  const { editor, command, dispatch, say } = useEditor();
  const { flow } = editor;
  const { places: movable, at } = placesFor(flow, id);
  const here = movable[at];
  const places = what === "copy" ? placesForCopy(flow, id) : movable.filter((slot) => here === undefined || !isSameSlot(slot, here));
  const [chosen, choose] = useState<string | null>(null);
  const slot = places.find((each) => slotKey(each) === chosen);
  const step = stepById(flow, id);
  if (step === undefined) return null;
  if (places.length === 0) return <Text>{t("flow:do.move_none")}</Text>;
  return (
    <Stack>
      {isForked(step) && <Text size="sm">{t("flow:do.move_help")}</Text>}
      <Select
        searchable
        label={t("flow:do.place")}
        nothingFoundMessage={t("calendar:nothing_found")}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={280}
        data={places.map((each) => ({ value: slotKey(each), label: titles.place(each, flow) }))}
        value={chosen}
        onChange={choose}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t("action.cancel")}
        </Button>
        <Button
          disabled={slot === undefined}
          onClick={() => {
            if (slot === undefined) return;
            close();
            command({ do: what, id, slot });
            if (what === "move") dispatch({ type: "select", id, focus: true });
            say(what === "copy" ? t("flow:said.copy", { step: titles.step(step) }) : t("flow:said.move", { step: titles.step(step), place: titles.place(slot, flow) }));
          }}
        >
          {t(`flow:do.${what}_do`)}
        </Button>
      </Group>
    </Stack>
  );
}
