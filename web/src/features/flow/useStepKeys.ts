// The keys of a step, in the list and on the canvas.

import type { KeyboardEvent } from "react";
import { useWords } from "@/i18n/words";
import { placeBeside } from "./commands";
import { useEditor } from "./context";
import { stepById } from "./model";
import { slotAfter } from "./places";
import { useTitles } from "./titles";
import { useRemove } from "./useRemove";

/** Does what a key says to the step that has the focus; `walk` goes elsewhere from it, if it knows the key. */
export function useStepKeys(walk: (from: HTMLElement, key: string) => boolean) {
  const t = useWords();
  const titles = useTitles();
  const { editor, command, dispatch, ask, say, mayChange, inspect } = useEditor();
  const remove = useRemove();
  const { flow } = editor;

  const move = (id: string, by: 1 | -1) => {
    const slot = placeBeside(flow, id, by);
    const step = stepById(flow, id);
    if (slot === null || step === undefined) {
      say(t("flow:said.stays"));
      return;
    }
    command({ do: "move", id, slot });
    dispatch({ type: "select", id, focus: true });
    say(t("flow:said.move", { step: titles.step(step), place: titles.place(slot, flow) }));
  };

  return (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset.stop === undefined || event.ctrlKey || event.metaKey) return;
    const id = target.dataset.step;
    const arrow = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    const edit = id !== undefined && mayChange;
    const step = id === undefined ? undefined : stepById(flow, id);
    if (arrow !== null && event.altKey && edit) move(id, arrow);
    else if (event.key === "Enter" && id !== undefined) inspect(id, true);
    else if (event.key === "Delete" && edit) remove(id);
    else if (event.key === "+" && edit && step !== undefined) ask({ what: "add", slot: slotAfter(step) });
    else if (event.altKey || !walk(target, event.key)) return;
    event.preventDefault();
  };
}
