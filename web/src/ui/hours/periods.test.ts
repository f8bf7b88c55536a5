import { describe, expect, it } from "vitest";
import { isReversed, onWorkdays, ordinaryWeek, overlaps, withDay, withOneMore, type Period } from "./periods";

const period = (weekday: Period["weekday"], opens: string, closes: string): Period => ({ weekday, opens, closes });

describe("the week", () => {
  it("keeps its days in order, whichever is changed", () => {
    const week = withOneMore(withOneMore([], "friday"), "monday");

    expect(week.map(({ weekday }) => weekday)).toEqual(["monday", "friday"]);
    expect(withDay(week, "monday", [])).toEqual([period("friday", "09:00", "18:00")]);
  });

  it("gets a second stretch after the first", () => {
    const morning = [period("monday", "08:00:00", "12:00:00")];

    expect(withOneMore(morning, "monday")[1]).toEqual(period("monday", "12:00", "00:00"));
  });

  it("has the hours of one day on all workdays, and the weekend stays", () => {
    const week = [period("monday", "08:00", "12:00"), period("sunday", "10:00", "11:00")];
    const copied = onWorkdays(week, "monday");

    expect(copied).toHaveLength(6);
    expect(copied[4]).toEqual(period("friday", "08:00", "12:00"));
    expect(copied[5]).toEqual(period("sunday", "10:00", "11:00"));
    expect(ordinaryWeek()).toHaveLength(5);
  });

  it.each([
    ["09:00", "18:00", false],
    ["18:00", "09:00", true],
    ["09:00", "09:00", true],
    ["09:00:00", "00:00:00", false],
  ])("from %s to %s ends before it begins: %s", (opens, closes, reversed) => {
    expect(isReversed(period("monday", opens, closes))).toBe(reversed);
  });

  it("tells stretches that overlap", () => {
    expect(overlaps([period("monday", "14:00", "18:00"), period("monday", "09:00", "12:00")])).toBe(false);
    expect(overlaps([period("monday", "09:00", "14:30"), period("monday", "14:00", "18:00")])).toBe(true);
    expect(overlaps([period("monday", "09:00", "00:00"), period("monday", "14:00", "18:00")])).toBe(true);
  });
});
