// The keys of the whole editor: undo, redo, and saving the draft.

import { useEffect, useEffectEvent } from "react";
import { useWords } from "@/i18n/words";
import type { Shared } from "./context";

const isText = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);

const isAsked = (target: EventTarget | null) => target instanceof Element && target.closest("[role=dialog]") !== null;

export function useKeys({ dispatch, say, mayChange }: Shared, save: () => void): void {
  const t = useWords();
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !mayChange) return;
    const key = event.key.toLowerCase();
    const again = key === "y" || (key === "z" && event.shiftKey);
    if (key === "s") {
      event.preventDefault();
      save();
    } else if ((key === "z" || key === "y") && !isText(event.target) && !isAsked(event.target)) {
      event.preventDefault();
      dispatch({ type: again ? "redo" : "undo" });
      say(t(again ? "flow:said.redo" : "flow:said.undo"));
    }
  });
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("keydown", pressed);
    };
  }, []);
}
