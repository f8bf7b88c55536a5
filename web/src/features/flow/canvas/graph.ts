// A Smartflow as a graph: its steps, the ways between them, and an end for each way that leads nowhere yet.

import { START, exitsOf, reachable, slotKey, stepById, targetAt, type FlowSettings, type Slot, type Step } from "../model";
import type { Outline } from "../outline";

/** The node where calls arrive; no step has a space in its name. */
export const ARRIVAL = " arrival";

export type GraphNode =
  | { id: string; kind: "arrival" }
  | { id: string; kind: "step"; step: Step; number: number; isLost: boolean }
  | { id: string; kind: "open"; slot: Slot };

/** A way, from the step that it leaves to the one it comes to; its id is the key of its place. */
export interface GraphEdge {
  id: string;
  slot: Slot;
  from: string;
  to: string;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** The steps stand in the order of the list. */
export function graphOf(flow: FlowSettings, outline: Outline): Graph {
  const nodes: GraphNode[] = [{ id: ARRIVAL, kind: "arrival" }];
  const edges: GraphEdge[] = [];
  const lead = (slot: Slot) => {
    const id = slotKey(slot);
    const target = stepById(flow, targetAt(flow, slot));
    if (target === undefined) nodes.push({ id, kind: "open", slot });
    edges.push({ id, slot, from: slot.step ?? ARRIVAL, to: target?.id ?? id });
  };
  const reached = reachable(flow);
  lead(START);
  for (const { step, number } of outline.order) {
    nodes.push({ id: step.id, kind: "step", step, number, isLost: !reached.has(step.id) });
    for (const exit of exitsOf(step)) lead({ step: step.id, exit });
  }
  return { nodes, edges };
}
