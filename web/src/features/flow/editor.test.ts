import { describe, expect, it } from "vitest";
import { isDirty, newEditor, reduce, type Action, type Editor } from "./editor";
import type { FlowSettings } from "./model";

const FLOW: FlowSettings = {
  name: "Paris",
  first: "welcome",
  steps: [
    { kind: "audio", id: "welcome", prompt: "fr/welcome", next: "end" },
    { kind: "hang-up", id: "end", prompt: null },
  ],
};
const SEEN = { draft: 0, version: 3 };
const start = () => newEditor(FLOW, SEEN);
const called = (name: string, about?: string): Action => ({ type: "run", command: { do: "call", name }, about });
const after = (editor: Editor, ...actions: Action[]) => actions.reduce(reduce, editor);

describe("the editor", () => {
  it("goes back and forth, and forgets the way forth after another change", () => {
    const editor = after(start(), called("A"), called("B"), { type: "undo" });
    expect(editor.flow.name).toBe("A");
    expect(reduce(editor, { type: "redo" }).flow.name).toBe("B");
    expect(after(editor, called("C"), { type: "redo" }).flow.name).toBe("C");
    expect(after(start(), { type: "undo" }).flow).toBe(FLOW);
  });

  it("takes what is typed into one field for one change", () => {
    const editor = after(start(), called("P", "name"), called("Pa", "name"), called("Par", "name"), { type: "undo" });
    expect(editor.flow.name).toBe("Paris");
    expect(after(start(), called("P", "name"), { type: "select", id: null }, called("Pa", "name"), { type: "undo" }).flow.name).toBe("P");
  });

  it("is dirty until it is saved, or back at what the server has", () => {
    const changed = after(start(), called("New"));
    expect([isDirty(start()), isDirty(changed), isDirty(reduce(changed, { type: "undo" }))]).toEqual([false, true, false]);
    const saved = reduce(changed, { type: "saved", flow: changed.flow, seen: { draft: 7, version: 3 } });
    expect([isDirty(saved), saved.seen.draft]).toEqual([false, 7]);
    expect(isDirty(reduce(saved, { type: "undo" }))).toBe(true);
  });

  it("gives nothing up by going on with what a colleague has saved", () => {
    const theirs = { ...FLOW, name: "Theirs" };
    const editor = after(start(), called("Mine"), { type: "take", flow: theirs, seen: { draft: 9, version: 3 } });
    expect([editor.flow.name, isDirty(editor), editor.seen.draft]).toEqual(["Theirs", false, 9]);
    expect(reduce(editor, { type: "undo" }).flow.name).toBe("Mine");
  });

  it("selects what was put in, and moves the focus there", () => {
    const editor = after(start(), { type: "run", command: { do: "insert", slot: { step: "welcome", exit: "next" }, step: { kind: "audio", id: "more", prompt: "", next: "" } } });
    expect([editor.selected, editor.focus]).toEqual(["more", 1]);
    expect(reduce(editor, { type: "undo" }).selected).toBeNull();
  });
});
