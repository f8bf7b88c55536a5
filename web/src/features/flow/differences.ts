// What is different between two Smartflows, step by step.

import bounds from "@/api/bounds.json";
import { NOWHERE, exitsOf, targetOf, type Exit, type FlowSettings, type Step } from "./model";

export type Difference =
  | { kind: "name"; was: string; is: string }
  | { kind: "start"; was: string; is: string }
  | { kind: "added" | "removed"; step: Step }
  | { kind: "setting"; step: Step; field: string; was: unknown; is: unknown }
  | { kind: "way"; step: Step; way: WayName; was: string; is: string }
  | { kind: "way-added"; step: Step; way: WayName; is: string }
  | { kind: "way-removed"; step: Step; way: WayName };

/** A way by what names it: a key of a menu is named by its digit, wherever it stands among the keys. */
export type WayName = Exit | `key ${string}`;

export function differencesBetween(was: FlowSettings, is: FlowSettings): Difference[] {
  const before = new Map(was.steps.map((step) => [step.id, step]));
  const after = new Map(is.steps.map((step) => [step.id, step]));
  const found: Difference[] = [];
  if (was.name !== is.name) found.push({ kind: "name", was: was.name, is: is.name });
  if (was.first !== is.first) found.push({ kind: "start", was: was.first, is: is.first });
  for (const step of is.steps) {
    const old = before.get(step.id);
    if (old?.kind === step.kind) found.push(...ofStep(old, step));
    else found.push(...(old === undefined ? [] : [{ kind: "removed", step: old } as const]), { kind: "added", step });
  }
  for (const step of was.steps) if (!after.has(step.id)) found.push({ kind: "removed", step });
  return found;
}

function ofStep(was: Step, is: Step): Difference[] {
  const [old, fresh] = [settingsOf(was), settingsOf(is)];
  const settings = Object.keys({ ...old, ...fresh }).flatMap((field): Difference[] =>
    same(old[field], fresh[field]) ? [] : [{ kind: "setting", step: is, field, was: old[field], is: fresh[field] }],
  );
  const [oldWays, ways] = [waysOf(was), waysOf(is)];
  const led = [...ways].flatMap(([way, target]): Difference[] => {
    const before = oldWays.get(way);
    if (before === undefined) return [{ kind: "way-added", step: is, way, is: target }];
    return before === target ? [] : [{ kind: "way", step: is, way, was: before, is: target }];
  });
  const gone = [...oldWays.keys()].filter((way) => !ways.has(way)).map((way): Difference => ({ kind: "way-removed", step: is, way }));
  return [...settings, ...led, ...gone];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function waysOf(step: Step): Map<WayName, string> {
  if (step.kind !== "menu") return new Map(exitsOf(step).map((exit) => [exit, targetOf(step, exit)]));
  const keys = step.choices.map(({ digit, next }): [WayName, string] => [`key ${digit}`, next]);
  return new Map([...keys, ...(step.no_choice == null ? [] : [["no_choice", step.no_choice] as [WayName, string]])]);
}

const WAYS = new Set(["kind", "id", "next", "open", "closed", "special", "ordinary", "choices", "no_choice", "waiting"]);
const NAMES = { ring: "RingStep", menu: "MenuStep", voicemail: "VoicemailStep", "redirect-to-number": "RedirectToNumber" } as const;

type Defaults = Readonly<Record<string, { default?: unknown }>>;
const defaultsOf = (name: keyof typeof bounds) =>
  Object.fromEntries(Object.entries(bounds[name] as Defaults).map(([field, bound]) => [field, bound.default]));

/** The settings of a step, those of its waiting experience among them; what is not said is the default. */
function settingsOf(step: Step): Record<string, unknown> {
  const defaults = step.kind in NAMES ? defaultsOf(NAMES[step.kind as keyof typeof NAMES]) : {};
  const waiting = step.kind === "ring" ? { ...defaultsOf("WaitingExperience"), ...step.waiting } : {};
  return Object.fromEntries(Object.entries({ ...defaults, ...step, ...waiting }).filter(([field]) => !WAYS.has(field)));
}

export const isNowhere = (target: string) => target === NOWHERE;
