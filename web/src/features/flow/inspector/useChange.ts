// Changes settings of a step: what is typed on in one field is one change.

import { useEditor } from "../context";
import type { Step } from "../model";

export function useChange<One extends Step>(step: One): (told: Partial<One>) => void {
  const { command } = useEditor();
  return (told) => {
    command({ do: "change", id: step.id, told: told as Partial<Step> }, `${step.id} ${Object.keys(told).join(" ")}`);
  };
}
