import { describe, expect, it } from "vitest";
import { harmsOf, impactsOf } from "./impact";
import type { Changes, Sources } from "./paths";
import { withChanges } from "./paths";

const saved = {
  line: {
    country: "FR",
    callbacks: { mode: "automated", when_busy: "wait", retries: 2 },
    dialling: { countries: [], customer_day_max: 5, line_hour_max: 200 },
  },
  flow: { steps: [] },
  account: { enrolled: true },
} as unknown as Sources;

const harms = (changes: Changes) => harmsOf(saved, withChanges(saved, changes));

describe("what changes mean", () => {
  it("is told once for each time from which they count", () => {
    expect(impactsOf({ "account enrolled": true, "line callbacks retries": 1, "line callbacks mode": "off", "line name": "x" })).toEqual([
      "requests",
      "calls",
      "company",
    ]);
    expect(impactsOf({ "line dialling line_hour_max": 1, "flow steps a rule": "random", "line assigned_teams": [] })).toEqual([
      "dialling",
      "assigned",
      "flow",
    ]);
  });

  it.each<[Changes, string[]]>([
    [{ "line callbacks retries": 0 }, []],
    [{ "line callbacks mode": "off" }, ["off"]],
    [{ "line callbacks mode": "manual" }, ["manual"]],
    [{ "line callbacks when_busy": "fail" }, ["fail"]],
    [{ "line dialling line_hour_max": 0 }, ["none-called"]],
    [{ "line dialling countries": ["BE"] }, ["fewer-countries"]],
    [{ "line dialling countries": ["FR", "BE"] }, []],
    [{ "account enrolled": false }, ["withdrawn"]],
  ])("is asked about when it hurts: %j", (changes, found) => {
    expect(harms(changes)).toEqual(found);
  });
});
