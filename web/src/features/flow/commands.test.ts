import { describe, expect, it } from "vitest";
import { madeFlow } from "@/testing/flow";
import { freshId, newStep, placeBeside, placesForCopy, run, targetsFor, type Command } from "./commands";
import { START, reachable, stepById, targetAt, type FlowSettings } from "./model";
import { outlineOf, type Sequence } from "./outline";

const FLOW = madeFlow();
const CIRCUMSTANCES = { language: "fr", timeZone: "Europe/Paris", team: "support" } as const;

/** Write a list as people see it: branches indented, jumps with an arrow, open ends with a dash. */
function drawn(sequence: Sequence, depth = 0): string[] {
  const at = "  ".repeat(depth);
  const lines = sequence.steps.flatMap(({ step, branches }) => [
    at + step.id,
    ...branches.flatMap(({ exit, sequence: below }) => [`${at}  ${exit}:`, ...drawn(below, depth + 2)]),
  ]);
  if (sequence.ending.kind === "jump") return [...lines, `${at}→ ${sequence.ending.target}`];
  return sequence.ending.kind === "open" ? [...lines, `${at}–`] : lines;
}

const listOf = (flow: FlowSettings) => drawn(outlineOf(flow).flow);
const after = (command: Command, flow = FLOW) => run(flow, command).flow;

describe("the list", () => {
  it("shows each step once, branches below their step, and where a way goes on elsewhere", () => {
    expect(listOf(FLOW)).toEqual([
      "welcome", "hours", "  open:", "    menu", "      choice-0:", "        sales", "        support", "        voicemail",
      "      choice-1:", "        → support", "      no_choice:", "        → support", "  closed:", "    → voicemail",
    ]);
    expect([...outlineOf(FLOW).numbers]).toEqual([["welcome", 1], ["hours", 2], ["menu", 3], ["sales", 4], ["support", 5], ["voicemail", 6]]);
  });

  it("shows what no call comes to apart, and circles without going round", () => {
    const lost = outlineOf(after({ do: "connect", slot: { step: "welcome", exit: "next" }, target: "" }));
    expect(drawn(lost.flow)).toEqual(["welcome", "–"]);
    expect(lost.lost.map((sequence) => drawn(sequence)[0])).toEqual(["hours"]);
    const round = after({ do: "connect", slot: { step: "support", exit: "next" }, target: "welcome" });
    expect(drawn(outlineOf(round).flow)).toContain("        → welcome");
  });
});

describe("putting in", () => {
  it("lets what stood there go on after the new step", () => {
    const slot = { step: "sales", exit: "next" } as const;
    const flow = after({ do: "insert", slot, step: newStep(FLOW, "audio", CIRCUMSTANCES) });
    expect(targetAt(flow, slot)).toBe("message");
    expect(targetAt(flow, { step: "message", exit: "next" })).toBe("support");
  });

  it("lets it go on under the first way of a fork", () => {
    for (const [kind, exit] of [["menu", "choice-0"], ["hours", "open"], ["dates", "ordinary"]] as const) {
      const step = newStep(FLOW, kind, CIRCUMSTANCES);
      const flow = after({ do: "insert", slot: START, step });
      expect([flow.first, targetAt(flow, { step: step.id, exit })]).toEqual([step.id, "welcome"]);
    }
  });

  it("gives every step an id of its own", () => {
    expect(freshId(FLOW, "welcome")).toBe("welcome-2");
    expect(newStep(FLOW, "voicemail", CIRCUMSTANCES).id).toBe("voicemail-2");
  });
});

describe("removing", () => {
  it("joins what came before to what comes after, and selects that", () => {
    const { flow, select } = run(FLOW, { do: "remove", id: "support", keep: "next" });
    expect(targetAt(flow, { step: "sales", exit: "next" })).toBe("voicemail");
    expect(targetAt(flow, { step: "menu", exit: "no_choice" })).toBe("voicemail");
    expect(select).toBe("voicemail");
  });

  it("keeps one way of a fork and takes away what only the others led to", () => {
    const flow = after({ do: "remove", id: "menu", keep: "choice-1" });
    expect(targetAt(flow, { step: "hours", exit: "open" })).toBe("support");
    expect(stepById(flow, "sales")).toBeUndefined();
  });

  it("takes away what only a removed key led to", () => {
    const flow = after({ do: "remove-key", id: "menu", index: 0 });
    expect(flow.steps.map(({ id }) => id)).not.toContain("sales");
    expect(targetAt(flow, { step: "menu", exit: "choice-0" })).toBe("support");
  });
});

describe("moving", () => {
  it("goes up and down through the list, in and out of branches", () => {
    let flow = FLOW;
    const seen: string[] = [];
    for (let slot = placeBeside(flow, "welcome", 1); slot !== null; slot = placeBeside(flow, "welcome", 1)) {
      seen.push(`${slot.step} ${slot.exit}`);
      flow = after({ do: "move", id: "welcome", slot }, flow);
      expect(reachable(flow).size).toBe(FLOW.steps.length);
    }
    expect(seen).toEqual(["hours open", "menu choice-0", "sales next", "support next", "menu choice-1", "menu no_choice", "hours closed"]);
    for (let slot = placeBeside(flow, "welcome", -1); slot !== null; slot = placeBeside(flow, "welcome", -1)) {
      flow = after({ do: "move", id: "welcome", slot }, flow);
    }
    expect(flow).toEqual(FLOW);
  });

  it("never goes round in circles, and pushes nothing away", () => {
    for (const { id } of FLOW.steps) {
      for (const by of [1, -1] as const) {
        const slot = placeBeside(FLOW, id, by);
        if (slot === null) continue;
        const flow = after({ do: "move", id, slot });
        expect([id, reachable(flow).size]).toEqual([id, FLOW.steps.length]);
      }
    }
  });

  it("takes a time rule along with its closed branch", () => {
    const aside = after({ do: "insert", slot: { step: "hours", exit: "closed" }, step: { kind: "hang-up", id: "closed", prompt: null } });
    const flow = after({ do: "move", id: "hours", slot: START }, aside);
    expect([flow.first, targetAt(flow, { step: "hours", exit: "open" })]).toEqual(["hours", "welcome"]);
    expect([targetAt(flow, { step: "welcome", exit: "next" }), targetAt(flow, { step: "hours", exit: "closed" })]).toEqual(["menu", "closed"]);
  });
});

describe("copying", () => {
  it("copies a menu with all below it into a free place, under ids of their own", () => {
    const slot = { step: "hours", exit: "closed" } as const;
    const { flow, select } = run(FLOW, { do: "copy", id: "menu", slot });
    expect(select).toBe("menu-2");
    expect(targetAt(flow, { step: "menu-2", exit: "choice-0" })).toBe("sales-2");
    expect(targetAt(flow, { step: "sales-2", exit: "next" })).toBe("support-2");
    expect(flow.steps).toHaveLength(FLOW.steps.length + 4);
    expect(reachable(flow).size).toBe(flow.steps.length);
  });

  it("offers an end only where nothing would be pushed away", () => {
    expect(placesForCopy(FLOW, "voicemail")).toEqual([
      { step: "menu", exit: "choice-1" },
      { step: "menu", exit: "no_choice" },
      { step: "hours", exit: "closed" },
    ]);
  });
});

describe("leading on", () => {
  it("offers no step from which the way would come back", () => {
    expect(targetsFor(FLOW, { step: "support", exit: "next" }).map(({ id }) => id)).toEqual(["voicemail"]);
  });

  it("follows a step that gets another name", () => {
    const flow = after({ do: "rename", id: "support", to: "help" });
    expect([targetAt(flow, { step: "menu", exit: "no_choice" }), targetAt(flow, { step: "sales", exit: "next" })]).toEqual(["help", "help"]);
    expect(after({ do: "rename", id: "welcome", to: "hello" }).first).toBe("hello");
  });
});
