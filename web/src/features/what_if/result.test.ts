import { describe, expect, it } from "vitest";
import { FIGURES, differenceIn, helped, hoursOf, type Outcome, type Result } from "./result";

const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  calls: 100,
  served: 70,
  abandoned: 20,
  abandoned_share: 0.2,
  turned_away: 0,
  callbacks: { requested: 10, completed: 8, not_reached: 1, failed: 1, cancelled: 0 },
  wait_seconds: { callers: { mean: 40, p50: 30, p90: 90 }, callbacks: { mean: null, p50: null, p90: null } },
  agents: { number: 4, online_hours: 30, occupancy: 0.7 },
  hours: [],
  ...changes,
});
const result = (other: Partial<Outcome>): Result => ({
  from: "2026-11-19T00:00:00Z",
  until: "2026-11-20T00:00:00Z",
  as_it_was: outcome(),
  same_settings: outcome(),
  other_settings: outcome(other),
});
const named = (name: string) => {
  const found = FIGURES.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("what other settings change", () => {
  it("is good or not by what is counted", () => {
    const found = result({ abandoned: 12, served: 65, callbacks: { requested: 23, completed: 20, not_reached: 2, failed: 1, cancelled: 0 } });

    expect(differenceIn(named("abandoned"), found)).toEqual({ by: -8, tone: "better" });
    expect(differenceIn(named("not_reached"), found)).toEqual({ by: 1, tone: "worse" });
    expect(differenceIn(named("failed"), found)).toEqual({ by: 0, tone: "neutral" });
    expect(differenceIn(named("served"), found)).toEqual({ by: -5, tone: "neutral" });
    expect([helped(found.same_settings), helped(found.other_settings)]).toEqual([78, 85]);
  });

  it("is not told of what was not measured", () => {
    expect(differenceIn(named("callback_mean"), result({}))).toBeNull();
    expect(named("occupancy").read(outcome({ agents: { number: 3, online_hours: 0, occupancy: 0 } }))).toBeNull();
  });

  it("is shown for every hour that either replay has", () => {
    const hour = (at: number) => ({ hour: at, served: 1, abandoned: 0, called_back: 0, mean_wait_of_served: 5 });
    const found = { ...result({ hours: [hour(9), hour(11)] }), same_settings: outcome({ hours: [hour(8), hour(9)] }) };

    expect(hoursOf(found).map(({ hour: at, same, other }) => [at, same !== undefined, other !== undefined])).toEqual([
      [8, true, false],
      [9, true, true],
      [11, false, true],
    ]);
  });
});
