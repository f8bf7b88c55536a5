import { describe, expect, it } from "vitest";
import { stepOf, weekOf } from "./heat";
import { READ, nothing } from "./reading";

const row = (key: string, inbound: number) => {
  const made = nothing(key);
  return { ...made, calls: { ...made.calls, inbound } };
};

describe("a week by the hour", () => {
  it("has seven days, the hours in which anything was, and the busiest of them", () => {
    const week = weekOf([row("1-09", 4), row("3-11", 9), row("7-08", 1), row("2-23", 0)], READ.inbound);

    expect(week.hours).toEqual([8, 9, 10, 11]);
    expect(week.days.map(({ values }) => values)).toEqual([
      [null, 4, null, null],
      [null, null, null, null],
      [null, null, null, 9],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [1, null, null, null],
    ]);
    expect(week.most).toEqual({ weekday: 3, hour: 11, value: 9 });
  });

  it("has nothing where nobody called", () => {
    expect(weekOf([row("1-09", 0)], READ.inbound)).toEqual({ hours: [], days: [], most: null });
  });

  it.each([
    [null, undefined],
    [0, 0],
    [0.1, 1],
    [5, 3],
    [10, 5],
  ])("draws %s of ten in step %s", (value, step) => {
    expect(stepOf(value, 10)).toBe(step);
  });
});
