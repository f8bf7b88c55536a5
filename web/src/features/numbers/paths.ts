// Settings by their path, such as "line callbacks retries" or "flow steps support waiting messages":
// what was changed is kept as values by path over what the server has, whoever changed that meanwhile.

import type { components } from "@/api/schema";
import type { Changes } from "@/ui/sheet/useChanges";

type Schemas = components["schemas"];
export type LineSettings = Schemas["LineSettings"];
export type FlowSettings = Schemas["FlowSettings"];
export type AccountSettings = Schemas["AccountSettings"];
export type Step = FlowSettings["steps"][number];
export type RingStep = Extract<Step, { kind: "ring" }>;
export type HoursStep = Extract<Step, { kind: "hours" }>;
export type DatesStep = Extract<Step, { kind: "dates" }>;

export interface Sources {
  line: LineSettings;
  flow: FlowSettings;
  account: AccountSettings;
}
export type Source = keyof Sources;
export type Path = `${Source} ${string}`;
export type { Changes };

export const sourceOf = (path: string) => path.slice(0, path.indexOf(" ")) as Source;

interface Named {
  id: string;
}

/** Give what stands at a path; a step is found by its id. */
export function valueAt(sources: Sources, path: string): unknown {
  return path.split(" ").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return (value as Named[]).find(({ id }) => id === key);
    return (value as Record<string, unknown> | undefined)?.[key];
  }, sources);
}

/** Put the changes into what the server has. */
export function withChanges(sources: Sources, changes: Changes): Sources {
  return Object.entries(changes).reduce(
    (result, [path, value]) => replaced(result, path.split(" "), value) as Sources,
    sources,
  );
}

function replaced(whole: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    return (whole as Named[]).map((each) => (each.id === key ? replaced(each, rest, value) : each));
  }
  const object = whole as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

/** Give the values that the changes take the place of. */
export const before = (sources: Sources, changes: Changes): Changes =>
  Object.fromEntries(Object.keys(changes).map((path) => [path, valueAt(sources, path)]));
