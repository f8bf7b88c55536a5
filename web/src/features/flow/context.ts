// What all parts of the editor share: its state, what the company has, and what is being asked.

import { createContext, useContext, type Dispatch } from "react";
import type { MessageView } from "@/ui/messages/queries";
import type { Circumstances, Command } from "./commands";
import type { Action, Editor } from "./editor";
import type { Slot, StepKind } from "./model";
import type { Outline } from "./outline";
import type { DraftView, FlowView, LineView, ProblemView, TeamView } from "./queries";

/** What is asked in a dialog. */
export type Asked =
  | { what: "add"; slot: Slot }
  | { what: "put"; kind: StepKind }
  | { what: "move" | "copy" | "remove"; id: string }
  | { what: "publish" | "versions" | "discard" | "keys" | "differences" };

export interface Shared {
  flowId: string;
  editor: Editor;
  dispatch: Dispatch<Action>;
  /** Do something to the Smartflow, and say so to who cannot see it. */
  command: (command: Command, about?: string) => void;
  outline: Outline;
  flow: FlowView | null;
  draft: DraftView | null;
  /** All numbers, and those that use this Smartflow. */
  lines: readonly LineView[];
  own: readonly LineView[];
  teams: readonly TeamView[];
  messages: readonly MessageView[];
  problems: readonly ProblemView[];
  warnings: readonly ProblemView[];
  circumstances: Circumstances;
  mayChange: boolean;
  /** The steps that the simulated caller has come to, while one is tried. */
  reached: ReadonlySet<string>;
  ask: (asked: Asked | null) => void;
  say: (words: string) => void;
  /** Show the settings of a step, or of the Smartflow itself, where there is no room for them beside the steps as well; go into them if so wished. */
  inspect: (id: string | null, enter: boolean) => void;
}

export const SharedContext = createContext<Shared | null>(null);

export function useEditor(): Shared {
  const shared = useContext(SharedContext);
  if (shared === null) throw new Error("no editor around this component");
  return shared;
}
