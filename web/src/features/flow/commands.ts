// What people do to a Smartflow, whether in the list or on the canvas: each gives a new one.

import { ordinaryWeek } from "@/ui/hours/periods";
import type { SpokenLanguage } from "@/ui/messages/making";
import {
  NOWHERE,
  exitsOf,
  isSameSlot,
  leadsTo,
  mainExit,
  reachable,
  redirected,
  stepById,
  targetAt,
  targetOf,
  withTarget,
  type Exit,
  type FlowSettings,
  type Slot,
  type Step,
  type StepKind,
} from "./model";
import { isFree, outlineOf, ownSteps, placesOf } from "./outline";

export type Command =
  | { do: "insert"; slot: Slot; step: Step }
  | { do: "change"; id: string; told: Partial<Step> }
  | { do: "rename"; id: string; to: string }
  | { do: "remove"; id: string; keep: Exit | null }
  | { do: "move"; id: string; slot: Slot }
  | { do: "copy"; id: string; slot: Slot }
  | { do: "connect"; slot: Slot; target: string }
  | { do: "add-key"; id: string; digit: string }
  | { do: "remove-key"; id: string; index: number }
  | { do: "no-choice"; id: string; on: boolean }
  | { do: "call"; name: string }
  | { do: "replace"; flow: FlowSettings };

export interface Done {
  flow: FlowSettings;
  /** What is selected afterwards, where that changes. */
  select?: string | null;
}

export function run(flow: FlowSettings, command: Command): Done {
  switch (command.do) {
    case "insert":
      return { flow: inserted(flow, command.slot, command.step), select: command.step.id };
    case "change":
      return { flow: withStep(flow, command.id, (step) => ({ ...step, ...command.told }) as Step) };
    case "rename":
      return { flow: renamed(flow, command.id, command.to), select: command.to };
    case "remove":
      return removed(flow, command.id, command.keep);
    case "move":
      return { flow: moved(flow, command.id, command.slot), select: command.id };
    case "copy":
      return copied(flow, command.id, command.slot);
    case "connect":
      return { flow: withTarget(flow, command.slot, command.target) };
    case "add-key":
      return { flow: withMenu(flow, command.id, (menu) => ({ ...menu, choices: [...menu.choices, { digit: command.digit, next: NOWHERE }] })) };
    case "remove-key":
      return { flow: pruned(flow, withMenu(flow, command.id, (menu) => ({ ...menu, choices: menu.choices.filter((_, n) => n !== command.index) }))) };
    case "no-choice":
      return { flow: pruned(flow, withMenu(flow, command.id, (menu) => ({ ...menu, no_choice: command.on ? NOWHERE : null }))) };
    case "call":
      return { flow: { ...flow, name: command.name } };
    case "replace":
      return { flow: command.flow, select: null };
  }
}

type Menu = Extract<Step, { kind: "menu" }>;

const withStep = (flow: FlowSettings, id: string, change: (step: Step) => Step): FlowSettings => ({
  ...flow,
  steps: flow.steps.map((step) => (step.id === id ? change(step) : step)),
});

const withMenu = (flow: FlowSettings, id: string, change: (menu: Menu) => Menu) =>
  withStep(flow, id, (step) => (step.kind === "menu" ? change(step) : step));

/** Take away what calls came to before a change and do not any more. */
function pruned(before: FlowSettings, after: FlowSettings): FlowSettings {
  const [was, is] = [reachable(before), reachable(after)];
  return { ...after, steps: after.steps.filter(({ id }) => !was.has(id) || is.has(id)) };
}

/** What stood at a place goes on by the main way of what is put there; a menu's is its first key. */
function inserted(flow: FlowSettings, slot: Slot, step: Step): FlowSettings {
  const onward = mainExit(step) ?? exitsOf(step)[0] ?? null;
  const index = flow.steps.findIndex(({ id }) => id === slot.step);
  const steps = [...flow.steps.slice(0, index + 1), step, ...flow.steps.slice(index + 1)];
  const whole = onward === null ? { ...flow, steps } : withTarget({ ...flow, steps }, { step: step.id, exit: onward }, targetAt(flow, slot));
  return withTarget(whole, slot, step.id);
}

function renamed(flow: FlowSettings, id: string, to: string): FlowSettings {
  const led = redirected(flow, (target) => (target === id ? to : target));
  return withStep(led, id, (step) => ({ ...step, id: to }));
}

function removed(flow: FlowSettings, id: string, keep: Exit | null): Done {
  const step = stepById(flow, id);
  if (step === undefined) return { flow };
  const onward = keep === null ? NOWHERE : targetOf(step, keep);
  const led = redirected(flow, (target) => (target === id ? (onward === id ? NOWHERE : onward) : target));
  const after = pruned(flow, { ...led, steps: led.steps.filter((each) => each.id !== id) });
  return { flow: after, select: neighbour(flow, after, id) };
}

/** Who is selected once a step is gone: what took its place, or what stood before it. */
function neighbour(before: FlowSettings, after: FlowSettings, id: string): string | null {
  const { order } = outlineOf(before);
  const index = order.findIndex(({ step }) => step.id === id);
  const left = new Set(after.steps.map((step) => step.id));
  const next = order.slice(index + 1).find(({ step }) => left.has(step.id));
  const last = order.slice(0, index).findLast(({ step }) => left.has(step.id));
  return next?.step.id ?? last?.step.id ?? null;
}

// ---- moving and copying

function takenOut(flow: FlowSettings, id: string): FlowSettings {
  const shown = outlineOf(flow).order.find(({ step }) => step.id === id);
  if (shown?.slot == null) return flow;
  const main = mainExit(shown.step);
  const without = withTarget(flow, shown.slot, main === null ? NOWHERE : targetOf(shown.step, main));
  return main === null ? without : withTarget(without, { step: id, exit: main }, NOWHERE);
}

function moved(flow: FlowSettings, id: string, slot: Slot): FlowSettings {
  const without = takenOut(flow, id);
  const step = stepById(without, id);
  if (step === undefined) return flow;
  const main = mainExit(step);
  const led = main === null ? without : withTarget(without, { step: id, exit: main }, targetAt(without, slot));
  return withTarget(led, slot, id);
}

/** Whether a step that ends calls, or forks them altogether, can stand at a place: nothing is pushed away. */
const fits = (flow: FlowSettings, step: Step, slot: Slot) => mainExit(step) !== null || isFree(flow, outlineOf(flow), slot);

/** The places a step can move to, from top to bottom, and which of them it stands at. */
export function placesFor(flow: FlowSettings, id: string): { places: Slot[]; at: number } {
  const shown = outlineOf(flow).order.find(({ step }) => step.id === id);
  if (shown === undefined) return { places: [], at: -1 };
  const without = takenOut(flow, id);
  const own = ownSteps(shown);
  const isAt = (slot: Slot) => shown.slot !== null && isSameSlot(slot, shown.slot);
  const places = placesOf(without).filter(
    (slot) => isAt(slot) || (slot.step !== id && !own.has(slot.step ?? "") && fits(without, shown.step, slot) && !loops(moved(flow, id, slot), id)),
  );
  return { places, at: places.findIndex(isAt) };
}

const loops = (flow: FlowSettings, id: string) => {
  const step = stepById(flow, id);
  return step !== undefined && exitsOf(step).some((exit) => leadsTo(flow, targetOf(step, exit), id));
};

/** Where a step goes by one place up or down; null at the end. */
export function placeBeside(flow: FlowSettings, id: string, by: 1 | -1): Slot | null {
  const { places, at } = placesFor(flow, id);
  return (at === -1 ? undefined : places[at + by]) ?? null;
}

export function placesForCopy(flow: FlowSettings, id: string): Slot[] {
  const step = stepById(flow, id);
  return step === undefined ? [] : placesOf(flow).filter((slot) => fits(flow, step, slot));
}

/** Copy a step with all that stands in its own branches; ways to steps elsewhere stay as they are. */
function copied(flow: FlowSettings, id: string, slot: Slot): Done {
  const shown = outlineOf(flow).order.find(({ step }) => step.id === id);
  if (shown === undefined) return { flow };
  const taken = new Set(flow.steps.map((step) => step.id));
  const names = new Map<string, string>();
  for (const each of [id, ...ownSteps(shown)]) {
    const name = freshAmong(taken, each.replace(/-\d+$/, ""));
    taken.add(name);
    names.set(each, name);
  }
  const main = mainExit(shown.step);
  const copies = flow.steps.flatMap((step) => {
    const name = names.get(step.id);
    if (name === undefined) return [];
    const alone: FlowSettings = { ...flow, first: NOWHERE, steps: [{ ...step, id: name }] };
    return redirected(alone, (target) => names.get(target) ?? target).steps;
  });
  const copyId = names.get(id) ?? id;
  const whole = { ...flow, steps: [...flow.steps, ...copies] };
  const led = main === null ? whole : withTarget(whole, { step: copyId, exit: main }, targetAt(flow, slot));
  return { flow: withTarget(led, slot, copyId), select: copyId };
}

/** The steps a way may go on at without going round in circles. */
export function targetsFor(flow: FlowSettings, slot: Slot): Step[] {
  const { order } = outlineOf(flow);
  const steps = order.map(({ step }) => step);
  return slot.step === null ? steps : steps.filter(({ id }) => id !== slot.step && !leadsTo(flow, id, slot.step ?? ""));
}

// ---- new steps

const FIRST_NAMES: Record<StepKind, string> = {
  audio: "message",
  menu: "menu",
  hours: "opening-hours",
  dates: "special-dates",
  ring: "ring",
  "redirect-to-line": "other-number",
  "redirect-to-number": "outside",
  voicemail: "voicemail",
  "hang-up": "end",
};

function freshAmong(taken: ReadonlySet<string>, wish: string): string {
  if (!taken.has(wish)) return wish;
  for (let n = 2; ; n += 1) if (!taken.has(`${wish}-${n}`)) return `${wish}-${n}`;
}

export const freshId = (flow: FlowSettings, wish: string) => freshAmong(new Set(flow.steps.map(({ id }) => id)), wish);

export interface Circumstances {
  language: SpokenLanguage;
  timeZone: string;
  /** The one team there is, if there is but one. */
  team: string;
}

export function newStep(flow: FlowSettings, kind: StepKind, { language, timeZone, team }: Circumstances): Step {
  const id = freshId(flow, FIRST_NAMES[kind]);
  switch (kind) {
    case "audio":
      return { kind, id, prompt: NOWHERE, next: NOWHERE };
    case "ring":
      return { kind, id, target: { team_id: team }, next: NOWHERE };
    case "menu":
      return { kind, id, prompt: `${language}/menu`, choices: [{ digit: "1", next: NOWHERE }, { digit: "2", next: NOWHERE }], no_choice: NOWHERE };
    case "hours":
      return { kind, id, time_zone: timeZone, periods: ordinaryWeek(), open: NOWHERE, closed: NOWHERE };
    case "dates":
      return { kind, id, time_zone: timeZone, dates: [], special: NOWHERE, ordinary: NOWHERE };
    case "redirect-to-line":
      return { kind, id, line_id: NOWHERE };
    case "redirect-to-number":
      return { kind, id, number: NOWHERE, next: NOWHERE };
    case "voicemail":
      return { kind, id, prompt: `${language}/voicemail_greeting` };
    case "hang-up":
      return { kind, id, prompt: null };
  }
}

export const DIGITS = "1234567890#";
export const freeDigit = ({ choices }: Menu) => [...DIGITS].find((digit) => !choices.some((choice) => choice.digit === digit));
