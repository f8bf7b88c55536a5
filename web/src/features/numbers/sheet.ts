// The sheet of a number's settings: what the server has, what was changed here, and what is wrong.

import { createContext, useContext } from "react";
import bounds from "@/api/bounds.json";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { sourceOf, valueAt, type Changes, type Path, type Sources } from "./paths";
import type { FlowView, LineView, MessageView, TeamView } from "./queries";

export interface Sheet {
  line: LineView;
  flow: FlowView;
  lines: readonly LineView[];
  flows: readonly FlowView[];
  messages: readonly MessageView[];
  teams: readonly TeamView[];
  /** By what the settings of the company are known to have been seen. */
  accountTag: string;
  saved: Sources;
  wanted: Sources;
  changes: Changes;
  set: (path: Path, value: unknown) => void;
  forget: () => void;
  /** What the server refused, in words, by the path of what it is about. */
  refused: Readonly<Record<string, string>>;
  /** Whether who is signed in may change settings, and those of the whole company. */
  mayChange: boolean;
  mayChangeAccount: boolean;
}

export const SheetContext = createContext<Sheet | null>(null);

export function useSheet(): Sheet {
  const sheet = useContext(SheetContext);
  if (sheet === null) throw new Error("no settings around this component");
  return sheet;
}

export interface Bounds {
  default?: unknown;
  minimum?: number;
  maximum?: number;
}

// Only what a number's settings show: other steps of a Smartflow have settings of the same name.
const BOUNDS: Readonly<Record<string, Bounds>> = {
  ...bounds.AccountSettings,
  ...bounds.CallbackSettings,
  ...bounds.DiallingPolicy,
  ...bounds.RingStep,
  ...bounds.WaitingExperience,
};

/** Give the bounds and the default of a setting, as the API has them. */
export const boundsOf = (path: string): Bounds => BOUNDS[path.slice(path.lastIndexOf(" ") + 1)] ?? {};

const CALLBACKS = "line callbacks ";

export interface Setting<Value> {
  value: Value;
  set: (value: Value) => void;
  isChanged: boolean;
  problem: string | undefined;
  disabled: boolean;
  bounds: Bounds;
}

/** Read and change one setting. */
export function useSetting<Value>(path: Path): Setting<Value> {
  const sheet = useSheet();
  const problem = useProblemOf()(path);
  const locked = path.startsWith(CALLBACKS) && sheet.line.locked !== null;
  const may = sourceOf(path) === "account" ? sheet.mayChangeAccount : sheet.mayChange;
  return {
    value: valueAt(sheet.wanted, path) as Value,
    set: (value) => {
      sheet.set(path, value);
    },
    isChanged: Object.hasOwn(sheet.changes, path),
    problem,
    disabled: !may || locked,
    bounds: boundsOf(path),
  };
}

/** Tell what is wrong with what was entered at a path, before it is sent or after it was refused. */
export function useProblemOf(): (path: string) => string | undefined {
  const { wanted, refused, changes } = useSheet();
  const t = useWords();
  const format = useFormat();
  return (path) => {
    const value = valueAt(wanted, path);
    const { minimum, maximum } = boundsOf(path);
    if (Object.hasOwn(changes, path) && minimum !== undefined && maximum !== undefined && value !== null) {
      if (typeof value !== "number" || value < minimum || value > maximum) {
        return t("numbers:problem.range", { minimum: format.number(minimum, EXACT), maximum: format.number(maximum, EXACT) });
      }
    }
    if (Object.hasOwn(changes, path) && path === "line name" && String(value).trim() === "") return t("numbers:problem.name");
    return refused[path];
  };
}

const EXACT = { maximumFractionDigits: 2 } as const;
