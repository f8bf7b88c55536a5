// Where a step is moved, copied or put in.

import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/words";
import { placesFor, placesForCopy } from "../commands";
import { useEditor } from "../context";
import { isForked, isSameSlot, slotKey, stepById, type Slot, type StepKind } from "../model";
import { placesOf } from "../outline";
import { useTitles } from "../titles";
import { usePutIn } from "../usePutIn";

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
  const step = stepById(flow, id);
  if (step === undefined) return null;
  const put = (slot: Slot) => {
    command({ do: what, id, slot });
    if (what === "move") dispatch({ type: "select", id, focus: true });
    say(what === "copy" ? t("flow:said.copy", { step: titles.step(step) }) : t("flow:said.move", { step: titles.step(step), place: titles.place(slot, flow) }));
  };
  return <Choice places={places} help={isForked(step) ? t("flow:do.move_help") : null} put={put} label={t(`flow:do.${what}_do`)} close={close} />;
}

/** Where a step from the palette is put in. */
export function PutIn({ kind, close }: { kind: StepKind; close: () => void }) {
  const t = useWords();
  const putIn = usePutIn();
  const { flow } = useEditor().editor;
  return <Choice places={placesOf(flow)} help={null} put={(slot) => { putIn(kind, slot); }} label={t("flow:do.put_do")} close={close} />;
}

interface ChoiceProps {
  places: readonly Slot[];
  help: string | null;
  put: (slot: Slot) => void;
  label: string;
  close: () => void;
}

function Choice({ places, help, put, label, close }: ChoiceProps) {
  const t = useWords();
  const titles = useTitles();
  const { flow } = useEditor().editor;
  const [chosen, choose] = useState<string | null>(null);
  const slot = places.find((each) => slotKey(each) === chosen);
  if (places.length === 0) return <Text>{t("flow:do.move_none")}</Text>;
  return (
    <Stack>
      {help !== null && <Text size="sm">{help}</Text>}
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
            put(slot);
          }}
        >
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
