import { describe, expect, it } from "vitest";
import { madeFlow } from "@/testing/flow";
import { run } from "../commands";
import { NOWHERE, START, slotKey, type FlowSettings } from "../model";
import { outlineOf } from "../outline";
import { ARRIVAL, graphOf, type Graph } from "./graph";
import { beside, exitPlace, laidOut, wayNear, type Box, type Direction } from "./layout";

const NO_CHOICE = slotKey({ step: "menu", exit: "no_choice" });
/** Nothing chosen leads nowhere yet. */
const FLOW = run(madeFlow(), { do: "connect", slot: { step: "menu", exit: "no_choice" }, target: NOWHERE }).flow;
const SIZES = { ofNode: () => ({ width: 240, height: 60 }), ofLabel: () => ({ width: 90, height: 26 }) };
const DIRECTIONS: Direction[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

const drawn = (flow: FlowSettings) => graphOf(flow, outlineOf(flow));
const laid = (flow: FlowSettings) => laidOut(drawn(flow), SIZES);
const box = (boxes: ReadonlyMap<string, Box>, id: string): Box => boxes.get(id) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
const waysOf = ({ edges }: Graph) => edges.map(({ id, from, to }) => [from, id, to]);
const isApart = (one: Box, other: Box) =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;

describe("the graph", () => {
  it("has every step once, every way, and an end for each way that leads nowhere", () => {
    const graph = drawn(FLOW);
    expect(graph.nodes.map(({ id }) => id)).toEqual([ARRIVAL, "welcome", "hours", "menu", NO_CHOICE, "sales", "support", "voicemail"]);
    expect(waysOf(graph)).toEqual([
      [ARRIVAL, slotKey(START), "welcome"],
      ["welcome", "welcome next", "hours"],
      ["hours", "hours open", "menu"],
      ["hours", "hours closed", "voicemail"],
      ["menu", "menu choice-0", "sales"],
      ["menu", "menu choice-1", "support"],
      ["menu", NO_CHOICE, NO_CHOICE],
      ["sales", "sales next", "support"],
      ["support", "support next", "voicemail"],
    ]);
  });

  it("marks what no call comes to", () => {
    const { flow } = run(FLOW, { do: "connect", slot: { step: "welcome", exit: "next" }, target: "voicemail" });
    const lost = drawn(flow).nodes.filter((node) => node.kind === "step" && node.isLost);
    expect(lost.map(({ id }) => id)).toEqual(["hours", "menu", "sales", "support"]);
  });

  it("is an open end below the arrival while there is no step", () => {
    const graph = drawn({ name: "New", first: NOWHERE, steps: [] });
    expect(waysOf(graph)).toEqual([[ARRIVAL, slotKey(START), slotKey(START)]]);
    expect(laidOut(graph, SIZES).boxes.size).toBe(2);
  });
});

describe("the layout", () => {
  it("puts every step below all that lead to it, none over another and none outside", () => {
    const { boxes, whole } = laid(FLOW);
    for (const { x, y, width, height } of boxes.values()) expect([x >= 0, y >= 0, x + width <= whole.width, y + height <= whole.height]).not.toContain(false);
    for (const { from, to } of drawn(FLOW).edges) expect(box(boxes, to).y).toBeGreaterThan(box(boxes, from).y + 60);
    const all = [...boxes];
    for (const [id, one] of all) for (const [other, two] of all) if (id !== other) expect([id, other, isApart(one, two)]).toEqual([id, other, true]);
  });

  it("puts the branches from left to right in the order of the ways", () => {
    const { ways } = laid(FLOW);
    const places = ["menu choice-0", "menu choice-1", NO_CHOICE].map((id) => ways.get(id)?.label.x ?? NaN);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("draws a way from its place on the step to the middle of the next", () => {
    const { boxes, ways } = laid(FLOW);
    const [menu, support] = [box(boxes, "menu"), box(boxes, "support")];
    const path = ways.get("menu choice-1")?.path ?? "";
    expect(path.startsWith(`M${String(Math.round(menu.x + menu.width * exitPlace(1, 3)))},${String(Math.round(menu.y + menu.height))}`)).toBe(true);
    expect(path.endsWith(`${String(Math.round(support.x + support.width / 2))},${String(Math.round(support.y))}`)).toBe(true);
  });

  it("draws circles too, which a draft may have, and a step that leads to itself", () => {
    for (const target of ["welcome", "support"]) {
      const { flow } = run(FLOW, { do: "connect", slot: { step: "support", exit: "next" }, target });
      const { boxes, ways } = laid(flow);
      expect([...boxes.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(ways.get("support next")?.path).toMatch(/^M-?\d+,-?\d+ C/);
    }
  });

  it("is the same every time", () => {
    expect(laid(FLOW)).toEqual(laid(FLOW));
  });
});

describe("the arrow keys", () => {
  it("go down along a way and up again", () => {
    const { boxes } = laid(FLOW);
    expect([beside(boxes, "welcome", "ArrowDown"), beside(boxes, "hours", "ArrowUp")]).toEqual(["hours", "welcome"]);
    expect(beside(boxes, ARRIVAL, "ArrowUp")).toBeNull();
  });

  it("come to everything", () => {
    const { boxes } = laid(FLOW);
    const found = new Set<string>();
    const ahead = [ARRIVAL];
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      for (const direction of DIRECTIONS) ahead.push(beside(boxes, id, direction) ?? ARRIVAL);
    }
    expect(found.size).toBe(boxes.size);
  });
});

describe("what is dropped", () => {
  it("falls on the nearest way, if one is near", () => {
    const { ways } = laid(FLOW);
    const { x, y } = ways.get("menu choice-1")?.label ?? { x: NaN, y: NaN };
    expect(wayNear(ways, { x: x + 10, y: y - 10 })).toBe("menu choice-1");
    expect(wayNear(ways, { x: x + 9000, y })).toBeNull();
  });
});
