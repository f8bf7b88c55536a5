import { describe, expect, it } from "vitest";
import { changed } from "./changes";

describe("a change", () => {
  it.each([
    [120, 100, "count", null, { direction: "up", tone: "neutral", by: 0.2 }],
    [80, 100, "count", "less", { direction: "down", tone: "better", by: -0.2 }],
    [0.9, 0.8, "share", "more", { direction: "up", tone: "better" }],
    [90, 60, "seconds", "less", { direction: "up", tone: "worse", by: 30 }],
    [0.801, 0.8, "share", "more", { direction: "same", tone: "neutral", by: 0 }],
    [60.2, 60, "seconds", "less", { direction: "same", tone: "neutral", by: 0 }],
  ] as const)("from %d it has become %d", (now, before, sort, good, expected) => {
    expect(changed(now, before, sort, good)).toMatchObject(expected);
  });

  it("is not told of what was not there", () => {
    expect([changed(null, 3, "count", null), changed(3, null, "seconds", "less"), changed(3, 0, "count", "more")]).toEqual([null, null, null]);
    expect(changed(0, 4, "count", "less")).toMatchObject({ by: -1, tone: "better" });
  });
});
