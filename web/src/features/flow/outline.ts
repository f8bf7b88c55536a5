// A Smartflow as an indented list: each step stands once, where it is first come to; a way that
// leads to a step that stands elsewhere says where it goes on.

import { NOWHERE, START, exitsOf, isForked, mainExit, slotKey, targetAt, targetOf, type Exit, type FlowSettings, type Slot, type Step } from "./model";

/** How a sequence ends: with a step that ends calls, on to a step that stands elsewhere, or nowhere yet. */
export type Ending = { kind: "end" } | { kind: "jump"; slot: Slot; target: string } | { kind: "open"; slot: Slot };

export interface OutlineStep {
  step: Step;
  number: number;
  /** Where it stands; null for one that no way leads to. */
  slot: Slot | null;
  branches: { exit: Exit; sequence: Sequence }[];
}

export interface Sequence {
  steps: OutlineStep[];
  ending: Ending;
}

export interface Outline {
  flow: Sequence;
  /** Sequences that no call comes to. */
  lost: Sequence[];
  /** The numbers of steps in the order of the list, by id. */
  numbers: ReadonlyMap<string, number>;
  /** The steps in the order of the list. */
  order: readonly OutlineStep[];
}

export function outlineOf(flow: FlowSettings): Outline {
  const byId = new Map(flow.steps.map((step) => [step.id, step]));
  const order: OutlineStep[] = [];
  const numbers = new Map<string, number>();

  const sequenceFrom = (first: Slot | null, firstId: string): Sequence => {
    const steps: OutlineStep[] = [];
    let slot = first;
    let id = firstId;
    for (;;) {
      const step = byId.get(id);
      if (step === undefined && slot !== null) return { steps, ending: { kind: "open", slot } };
      if (step === undefined) return { steps, ending: { kind: "end" } };
      if (numbers.has(id)) return { steps, ending: slot === null ? { kind: "end" } : { kind: "jump", slot, target: id } };
      const shown: OutlineStep = { step, number: order.length + 1, slot, branches: [] };
      order.push(shown);
      numbers.set(id, shown.number);
      steps.push(shown);
      if (isForked(step)) {
        shown.branches = exitsOf(step).map((exit) => ({ exit, sequence: sequenceFrom({ step: id, exit }, targetOf(step, exit)) }));
        return { steps, ending: { kind: "end" } };
      }
      if (exitsOf(step).length === 0) return { steps, ending: { kind: "end" } };
      slot = { step: id, exit: "next" };
      id = targetOf(step, "next");
    }
  };

  const whole = sequenceFrom(START, flow.first);
  return { flow: whole, lost: lostSequences(flow, numbers, (id) => sequenceFrom(null, id)), numbers, order };
}

/** Begin with those that no other lost step leads to; what is left goes round in circles. */
function lostSequences(flow: FlowSettings, shown: ReadonlyMap<string, number>, draw: (id: string) => Sequence): Sequence[] {
  const lost = flow.steps.filter(({ id }) => !shown.has(id));
  const ledTo = new Set(lost.flatMap((step) => exitsOf(step).map((exit) => targetOf(step, exit)).filter((target) => target !== step.id)));
  const heads = [...lost.filter(({ id }) => !ledTo.has(id)), ...lost];
  return heads.flatMap(({ id }) => (shown.has(id) ? [] : [draw(id)]));
}

/** All places of the list from top to bottom, ways that go on elsewhere and nowhere included. */
export function placesOf(flow: FlowSettings): Slot[] {
  const byId = new Map(flow.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const places: Slot[] = [];
  const visit = (slot: Slot, id: string) => {
    places.push(slot);
    const step = byId.get(id);
    if (step === undefined || seen.has(id)) return;
    seen.add(id);
    for (const exit of exitsOf(step)) visit({ step: id, exit }, targetOf(step, exit));
  };
  visit(START, flow.first);
  return places;
}

/** The steps drawn under the branches of a step that go with it when it moves. */
export function ownSteps(outlined: OutlineStep): Set<string> {
  const main = mainExit(outlined.step);
  const found = new Set<string>();
  const collect = (sequence: Sequence) => {
    for (const each of sequence.steps) {
      found.add(each.step.id);
      for (const branch of each.branches) collect(branch.sequence);
    }
  };
  for (const { exit, sequence } of outlined.branches) if (exit !== main) collect(sequence);
  return found;
}

/** Whether a place is free: nothing stands there, or only a way to a step that stands elsewhere. */
export function isFree(flow: FlowSettings, outline: Outline, slot: Slot): boolean {
  const target = targetAt(flow, slot);
  const shown = outline.order.find(({ step }) => step.id === target);
  return target === NOWHERE || shown === undefined || shown.slot === null || slotKey(shown.slot) !== slotKey(slot);
}
