import { describe, expect, it } from "vitest";
import { beginnings, dayField, shownAt } from "./period";
import { isFiltered, readSearch } from "./search";

const at = (written: string) => new Date(written).getTime();
const NOW = at("2026-11-23T10:30");

describe("the period", () => {
  it.each([
    ["today", "2026-11-23", "2026-11-24", 1],
    ["yesterday", "2026-11-22", "2026-11-23", 1],
    ["last-7", "2026-11-17", "2026-11-24", 7],
    ["last-28", "2026-10-27", "2026-11-24", 28],
    ["this-month", "2026-11-01", "2026-11-24", 23],
    ["last-month", "2026-10-01", "2026-11-01", 31],
  ] as const)("%s is of whole days", (period, since, until, days) => {
    const { period: found } = shownAt({ period }, NOW);

    expect([dayField(found.since), dayField(found.until), found.days]).toEqual([since, until, days]);
  });

  it("is the last seven days unless something else is asked for", () => {
    expect(shownAt({}, NOW).preset).toBe("last-7");
  });

  it("takes days of one's own in any order, and the last one whole", () => {
    const { preset, period } = shownAt({ since: "2026-11-12", until: "2026-11-10" }, NOW);

    expect([preset, dayField(period.since), dayField(period.until), period.days]).toEqual([undefined, "2026-11-10", "2026-11-13", 3]);
    expect(shownAt({ since: "2026-11-12" }, NOW).period.days).toBe(1);
  });

  it("never asks for more than a year", () => {
    expect(shownAt({ since: "1999-01-01", until: "2026-11-10" }, NOW).period.days).toBeLessThanOrEqual(366);
  });

  it("is compared with as much of the days before as has passed of it", () => {
    expect(shownAt({ period: "today" }, NOW).before).toMatchObject({ since: at("2026-11-22T00:00"), until: at("2026-11-22T10:30") });
    expect(shownAt({ period: "yesterday" }, NOW).before).toMatchObject({ since: at("2026-11-21T00:00"), until: at("2026-11-22T00:00") });
    expect(shownAt({ period: "last-7" }, NOW).before).toMatchObject({ since: at("2026-11-10T00:00"), until: at("2026-11-16T10:30") });
  });

  it("is told by the hour only where there are few", () => {
    expect(shownAt({ period: "today" }, NOW).unit).toBe("hour");
    expect(shownAt({ period: "last-7" }, NOW).unit).toBe("day");
    expect(shownAt({ period: "last-7", by: "hour" }, NOW).unit).toBe("hour");
    expect(shownAt({ period: "last-28", by: "hour" }, NOW).unit).toBe("day");
  });

  it("has an hour or a day for each that has begun", () => {
    const { period } = shownAt({ period: "today" }, NOW);

    expect(beginnings(period, "hour", NOW)).toHaveLength(11);
    expect(beginnings(shownAt({ period: "last-7" }, NOW).period, "day", NOW).map(dayField)).toEqual([
      "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23",
    ]);
  });
});

describe("the address", () => {
  it("is read as far as it makes sense, and the rest is left out", () => {
    const read = readSearch({ period: "ever", since: "2026-02-99", until: "2026-11-01", by: "minute", line: "paris", within: "30", heat: "requested" });

    expect(read).toEqual(readSearch({ until: "2026-11-01", line: "paris", within: 30, heat: "requested" }));
    expect(isFiltered(read)).toBe(true);
    expect(isFiltered(readSearch({ period: "today", by: "hour" }))).toBe(false);
  });
});
