import { describe, expect, it } from "vitest";
import { differencesBetween } from "./differences";
import type { FlowSettings, Step } from "./model";

const MENU: Step = { kind: "menu", id: "menu", prompt: "fr/menu", choices: [{ digit: "1", next: "ring" }, { digit: "2", next: "end" }], no_choice: "ring" };
const RING: Step = { kind: "ring", id: "ring", target: { team_id: "support" }, next: "end" };
const FLOW: FlowSettings = { name: "Paris", first: "menu", steps: [MENU, RING, { kind: "hang-up", id: "end", prompt: null }] };
const of = (...steps: Step[]): FlowSettings => ({ ...FLOW, steps: FLOW.steps.map((step) => steps.find(({ id }) => id === step.id) ?? step) });

describe("differences", () => {
  it("are none where only defaults are said or keys stand in another order", () => {
    const said = { ...RING, rule: "simultaneous", ring_for_seconds: 60, waiting: { music: "waiting", messages: [] } } as Step;
    const turned = { ...MENU, choices: [...(MENU as Extract<Step, { kind: "menu" }>).choices].reverse() } as Step;
    expect(differencesBetween(FLOW, of(said, turned))).toEqual([]);
  });

  it("name the setting, what it was and what it is, within the waiting experience as well", () => {
    const changed = { ...RING, ring_for_seconds: 20, waiting: { tell_wait: true } } as Step;
    expect(differencesBetween(FLOW, of(changed))).toMatchObject([
      { kind: "setting", field: "ring_for_seconds", was: 60, is: 20 },
      { kind: "setting", field: "tell_wait", was: false, is: true },
    ]);
  });

  it("name ways by their key: led elsewhere, new, gone", () => {
    const changed = { ...MENU, choices: [{ digit: "2", next: "ring" }, { digit: "3", next: "end" }], no_choice: null } as Step;
    expect(differencesBetween(FLOW, of(changed)).map(({ kind, ...rest }) => [kind, "way" in rest ? rest.way : ""])).toEqual([
      ["way", "key 2"],
      ["way-added", "key 3"],
      ["way-removed", "key 1"],
      ["way-removed", "no_choice"],
    ]);
  });

  it("name steps that are new and gone, the first step, and the name", () => {
    const other: FlowSettings = { name: "Lyon", first: "ring", steps: [RING, { kind: "voicemail", id: "end", prompt: "" }] };
    expect(differencesBetween(FLOW, other).map(({ kind }) => kind)).toEqual(["name", "start", "removed", "added", "removed"]);
  });
});
