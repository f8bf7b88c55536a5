// Where something is put that is added "after" a step.

import { exitsOf, mainExit, type Slot, type Step } from "./model";

/** The place after a step: its main way, or the first of its branches; before it where it ends calls. */
export function slotAfter(step: Step): Slot {
  const exit = mainExit(step) ?? exitsOf(step)[0];
  return { step: step.id, exit: exit ?? "next" };
}

/** Whether anything can come after a step at all. */
export const goesOn = (step: Step) => exitsOf(step).length > 0;
