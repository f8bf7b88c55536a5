// Puts a new step in at a place, and says so.

import { useWords } from "@/i18n/words";
import { newStep } from "./commands";
import { useEditor } from "./context";
import type { Slot, StepKind } from "./model";

export function usePutIn(): (kind: StepKind, slot: Slot) => void {
  const t = useWords();
  const { editor, command, say, circumstances } = useEditor();
  return (kind, slot) => {
    command({ do: "insert", slot, step: newStep(editor.flow, kind, circumstances) });
    say(t("flow:said.insert", { step: t(`flow:kind.${kind}`) }));
  };
}
