// The one state behind the list and the canvas: the Smartflow as it is edited, what is selected,
// and the way back.

import { run, type Command } from "./commands";
import type { FlowSettings } from "./model";

const STEPS_BACK_MAX = 200;

/** What this editor has seen of the server: who has not seen the last change is refused. */
export interface Seen {
  draft: number;
  version: number;
}

export interface Editor {
  flow: FlowSettings;
  /** What the server has. */
  saved: FlowSettings;
  seen: Seen;
  selected: string | null;
  past: readonly FlowSettings[];
  future: readonly FlowSettings[];
  /** What the last change was about: typing on in one field is one change. */
  about: string | null;
  /** Grows with every command that moves the focus to what is selected. */
  focus: number;
}

export type Action =
  | { type: "run"; command: Command; about?: string }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "select"; id: string | null; focus?: boolean }
  | { type: "saved"; flow: FlowSettings; seen: Seen }
  | { type: "seen"; seen: Seen }
  | { type: "take"; flow: FlowSettings; seen: Seen };

export const newEditor = (flow: FlowSettings, seen: Seen): Editor => ({
  flow,
  saved: flow,
  seen,
  selected: null,
  past: [],
  future: [],
  about: null,
  focus: 0,
});

export const isDirty = ({ flow, saved }: Editor) => flow !== saved && JSON.stringify(flow) !== JSON.stringify(saved);

const FOCUSING = new Set<Command["do"]>(["insert", "remove", "copy"]);

export function reduce(editor: Editor, action: Action): Editor {
  switch (action.type) {
    case "run":
      return changed(editor, action.command, action.about ?? null);
    case "undo":
      return wentBack(editor);
    case "redo":
      return wentOn(editor);
    case "select":
      return { ...editor, selected: action.id, about: null, focus: editor.focus + Number(action.focus === true) };
    case "saved":
      return { ...editor, saved: action.flow, seen: action.seen, about: null };
    case "seen":
      return { ...editor, seen: action.seen };
    case "take":
      return { ...replaced(editor, action.flow), saved: action.flow, seen: action.seen };
  }
}

function changed(editor: Editor, command: Command, about: string | null): Editor {
  const { flow, select } = run(editor.flow, command);
  const goesOn = about !== null && about === editor.about;
  const past = goesOn ? editor.past : [...editor.past, editor.flow].slice(-STEPS_BACK_MAX);
  const selected = select === undefined ? editor.selected : select;
  return { ...editor, flow, past, future: [], about, selected, focus: editor.focus + Number(FOCUSING.has(command.do)) };
}

/** Put another Smartflow in the place of this one, with a way back. */
function replaced(editor: Editor, flow: FlowSettings): Editor {
  if (JSON.stringify(flow) === JSON.stringify(editor.flow)) return { ...editor, flow, about: null };
  const past = [...editor.past, editor.flow].slice(-STEPS_BACK_MAX);
  return { ...editor, flow, past, future: [], about: null, selected: kept(editor.selected, flow) };
}

function wentBack(editor: Editor): Editor {
  const flow = editor.past.at(-1);
  if (flow === undefined) return editor;
  return { ...editor, flow, past: editor.past.slice(0, -1), future: [editor.flow, ...editor.future], about: null, selected: kept(editor.selected, flow) };
}

function wentOn(editor: Editor): Editor {
  const [flow, ...future] = editor.future;
  if (flow === undefined) return editor;
  return { ...editor, flow, past: [...editor.past, editor.flow], future, about: null, selected: kept(editor.selected, flow) };
}

const kept = (id: string | null, flow: FlowSettings) => (flow.steps.some((step) => step.id === id) ? id : null);
