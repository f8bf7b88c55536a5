// What one can do with the selected step as a whole.

import { ActionIcon, Button, Group } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconArrowsMove, IconCopy, IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/words";
import { placeBeside } from "../commands";
import { useEditor } from "../context";
import type { Step } from "../model";
import { goesOn, slotAfter } from "../places";
import { useTitles } from "../titles";
import { useRemove } from "../useRemove";

export function StepActions({ step }: { step: Step }) {
  const t = useWords();
  const titles = useTitles();
  const { editor, command, ask, say, mayChange } = useEditor();
  const remove = useRemove();
  if (!mayChange) return null;
  const { flow } = editor;
  const [up, down] = [placeBeside(flow, step.id, -1), placeBeside(flow, step.id, 1)];
  const move = (slot: typeof up) => {
    if (slot === null) return;
    command({ do: "move", id: step.id, slot });
    say(t("flow:said.move", { step: titles.step(step), place: titles.place(slot, flow) }));
  };
  return (
    <Group gap={4} role="group" aria-label={t("flow:do.label")}>
      {goesOn(step) && (
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => { ask({ what: "add", slot: slotAfter(step) }); }}>
          {t("flow:do.add_after")}
        </Button>
      )}
      <Act icon={IconArrowUp} label={t("flow:do.up")} disabled={up === null} onClick={() => { move(up); }} />
      <Act icon={IconArrowDown} label={t("flow:do.down")} disabled={down === null} onClick={() => { move(down); }} />
      <Act icon={IconArrowsMove} label={t("flow:do.move")} onClick={() => { ask({ what: "move", id: step.id }); }} />
      <Act icon={IconCopy} label={t("flow:do.copy")} onClick={() => { ask({ what: "copy", id: step.id }); }} />
      <Act icon={IconTrash} label={t("flow:do.remove")} onClick={() => { remove(step.id); }} />
    </Group>
  );
}

interface ActProps {
  icon: typeof IconPlus;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

function Act({ icon: Icon, label, disabled = false, onClick }: ActProps) {
  return (
    <ActionIcon variant="default" size={30} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
