// A Smartflow as the editor sees it: steps, the ways out of each, and where each of them leads.

import type { components } from "@/api/schema";

export type FlowSettings = components["schemas"]["FlowSettings"];
export type Step = FlowSettings["steps"][number];
export type StepKind = Step["kind"];
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;

/** A way out of a step; `choice-0` is the first key of a menu. */
export type Exit = "next" | "open" | "closed" | "ordinary" | "special" | "no_choice" | `choice-${number}`;

/** Where a step may stand: at the beginning, or at a way out of another. */
export interface Slot {
  step: string | null;
  exit: Exit;
}

export const START: Slot = { step: null, exit: "next" };
/** Where a way leads that is not drawn yet. */
export const NOWHERE = "";

export const KINDS = ["audio", "menu", "hours", "dates", "ring", "redirect-to-line", "redirect-to-number", "voicemail", "hang-up"] as const satisfies readonly StepKind[];

export const slotKey = ({ step, exit }: Slot) => `${step ?? ""} ${exit}`;
export const isSameSlot = (one: Slot, other: Slot) => slotKey(one) === slotKey(other);

export const choiceExit = (index: number): Exit => `choice-${index}`;
export const choiceIndex = (exit: Exit): number => (exit.startsWith("choice-") ? Number(exit.slice("choice-".length)) : -1);

/** The ways out of a step, in the order in which they are drawn. */
export function exitsOf(step: Step): Exit[] {
  switch (step.kind) {
    case "audio":
    case "ring":
    case "redirect-to-number":
      return ["next"];
    case "hours":
      return ["open", "closed"];
    case "dates":
      return ["special", "ordinary"];
    case "menu":
      return [...step.choices.map((_, index) => choiceExit(index)), ...(step.no_choice == null ? [] : (["no_choice"] as const))];
    case "redirect-to-line":
    case "voicemail":
    case "hang-up":
      return [];
  }
}

/** The way that goes on as if the step were not there: where it is put in, what followed goes on by it. */
export function mainExit(step: Step): Exit | null {
  switch (step.kind) {
    case "hours":
      return "open";
    case "dates":
      return "ordinary";
    case "audio":
    case "ring":
    case "redirect-to-number":
      return "next";
    default:
      return null;
  }
}

/** Whether its ways are branches, drawn below it, and not simply what comes after it. */
export const isForked = ({ kind }: Step) => kind === "menu" || kind === "hours" || kind === "dates";

export const stepById = (flow: FlowSettings, id: string | null) => flow.steps.find((step) => step.id === id);

/** Where a way leads: the id of a step, or nowhere. */
export function targetOf(step: Step, exit: Exit): string {
  if (step.kind === "menu") {
    return exit === "no_choice" ? (step.no_choice ?? NOWHERE) : (step.choices[choiceIndex(exit)]?.next ?? NOWHERE);
  }
  return String((step as unknown as Record<string, unknown>)[exit] ?? NOWHERE);
}

export function targetAt(flow: FlowSettings, slot: Slot): string {
  if (slot.step === null) return flow.first;
  const step = stepById(flow, slot.step);
  return step === undefined ? NOWHERE : targetOf(step, slot.exit);
}

function withExit(step: Step, exit: Exit, target: string): Step {
  if (step.kind === "menu" && exit !== "no_choice") {
    const index = choiceIndex(exit);
    return { ...step, choices: step.choices.map((choice, n) => (n === index ? { ...choice, next: target } : choice)) };
  }
  return { ...step, [exit]: target };
}

export function withTarget(flow: FlowSettings, slot: Slot, target: string): FlowSettings {
  if (slot.step === null) return { ...flow, first: target };
  return { ...flow, steps: flow.steps.map((step) => (step.id === slot.step ? withExit(step, slot.exit, target) : step)) };
}

/** Give another target to every way that leads to one of these. */
export function redirected(flow: FlowSettings, to: (target: string) => string): FlowSettings {
  const steps = flow.steps.map((step) =>
    exitsOf(step).reduce((changed, exit) => {
      const target = targetOf(step, exit);
      const wanted = to(target);
      return wanted === target ? changed : withExit(changed, exit, wanted);
    }, step),
  );
  return { ...flow, first: to(flow.first), steps };
}

/** All steps that calls can come to, from the first on. */
export function reachable(flow: FlowSettings): ReadonlySet<string> {
  const byId = new Map(flow.steps.map((step) => [step.id, step]));
  const found = new Set<string>();
  const ahead = [flow.first];
  while (ahead.length > 0) {
    const step = byId.get(ahead.pop() ?? "");
    if (step === undefined || found.has(step.id)) continue;
    found.add(step.id);
    ahead.push(...exitsOf(step).map((exit) => targetOf(step, exit)));
  }
  return found;
}

/** Whether a way leads from one step to another, over however many in between. */
export function leadsTo(flow: FlowSettings, from: string, to: string): boolean {
  return reachable({ ...flow, first: from }).has(to);
}
