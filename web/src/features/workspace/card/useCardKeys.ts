// The card's keys: F2 moves to it; single keys act wherever nothing else wants them.

import { useEffect, useEffectEvent, type RefObject } from "react";

export type CardKeys = Partial<Record<"Enter" | "d" | "m" | "h" | "t", () => void>>;

const TAKES_LETTERS = "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox]";
const TAKES_ENTER = `${TAKES_LETTERS}, a, button, [role=menuitem], [role=option], summary`;

export function useCardKeys(card: RefObject<HTMLElement | null>, keys: CardKeys, enabled: boolean): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "F2") {
      event.preventDefault();
      card.current?.focus();
      return;
    }
    if (!enabled || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === "Enter" ? "Enter" : event.key.toLowerCase();
    const act = Object.hasOwn(keys, key) ? keys[key as keyof CardKeys] : undefined;
    if (act === undefined || isWanted(event.target, key)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("keydown", pressed);
    };
  }, []);
}

/** Tell whether the element that has the focus, or an open dialog, wants the key for itself. */
function isWanted(target: EventTarget | null, key: string): boolean {
  if (document.querySelector("[role=dialog]") !== null) return true;
  return target instanceof Element && target.closest(key === "Enter" ? TAKES_ENTER : TAKES_LETTERS) !== null;
}
