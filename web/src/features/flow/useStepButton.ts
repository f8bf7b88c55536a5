// What makes a button of a step, in the list and on the canvas: selected, reached, one stop for the Tab key.

import { useEditor } from "./context";
import type { Step } from "./model";

/** Where the button of a step is found. */
export const buttonId = (stepId: string) => `step-${stepId}`;

export function useStepButton({ id }: Step, number: number) {
  const { editor, dispatch, inspect, mayChange, reached } = useEditor();
  const { selected } = editor;
  const isSelected = selected === id;
  return {
    type: "button",
    id: buttonId(id),
    "data-stop": true,
    "data-step": id,
    "data-reached": reached.has(id) || undefined,
    "aria-current": isSelected ? "true" : undefined,
    "aria-keyshortcuts": mayChange ? "Enter Alt+ArrowUp Alt+ArrowDown Delete +" : "Enter",
    tabIndex: isSelected || (selected === null && number === 1) ? 0 : -1,
    onFocus: () => { if (!isSelected) dispatch({ type: "select", id }); },
    onClick: () => { inspect(id, false); },
  } as const;
}
