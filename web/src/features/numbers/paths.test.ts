import { describe, expect, it } from "vitest";
import { before, valueAt, withChanges, type Sources } from "./paths";

const sources = {
  line: { name: "Paris", callbacks: { mode: "automated", retries: 2 } },
  flow: { name: "Paris", first: "a.b", steps: [{ kind: "ring", id: "a.b", waiting: { messages: ["fr/offer"] } }] },
  account: { failures_in_row_max: 3, ring_outs_in_row_max: 3 },
} as unknown as Sources;

describe("settings by their path", () => {
  it("are found in a line, and in a step by its id", () => {
    expect(valueAt(sources, "line callbacks retries")).toBe(2);
    expect(valueAt(sources, "flow steps a.b waiting messages")).toEqual(["fr/offer"]);
    expect(valueAt(sources, "flow steps gone waiting messages")).toBeUndefined();
  });

  it("are put over what the server has, and nothing else changes", () => {
    const after = withChanges(sources, { "line callbacks retries": 5, "flow steps a.b waiting messages": [] });

    expect(after.line).toEqual({ name: "Paris", callbacks: { mode: "automated", retries: 5 } });
    expect(valueAt(after, "flow steps a.b waiting messages")).toEqual([]);
    expect(after.account).toBe(sources.account);
    expect(valueAt(sources, "line callbacks retries")).toBe(2);
  });

  it("can be undone", () => {
    const changes = { "line callbacks retries": 5, "line name": "Lyon" };
    const undo = before(sources, changes);

    expect(withChanges(withChanges(sources, changes), undo)).toEqual(sources);
  });
});
