// Removes a step: at once, or after asking which of its branches stays.

import { useWords } from "@/i18n/words";
import { useEditor } from "./context";
import { NOWHERE, exitsOf, mainExit, stepById, targetOf } from "./model";
import { useTitles } from "./titles";

export function useRemove(): (id: string) => void {
  const t = useWords();
  const titles = useTitles();
  const { editor, command, ask, say } = useEditor();
  return (id) => {
    const step = stepById(editor.flow, id);
    if (step === undefined) return;
    const led = exitsOf(step).filter((exit) => targetOf(step, exit) !== NOWHERE);
    if (led.length > 1) {
      ask({ what: "remove", id });
      return;
    }
    command({ do: "remove", id, keep: led[0] ?? mainExit(step) });
    say(t("flow:said.remove", { step: titles.step(step) }));
  };
}
