import { describe, expect, it } from "vitest";
import { READ, filled, isQuiet, nothing } from "./reading";

const row = (key: string, inbound: number) => {
  const made = nothing(key);
  return { ...made, calls: { ...made.calls, inbound, queued: inbound, abandoned: 1, requested_in_queue: 1 } };
};

describe("rows of figures", () => {
  it("tell nothing where there was nothing, rather than none", () => {
    const empty = nothing("paris");

    expect(isQuiet(empty)).toBe(true);
    expect([READ.abandoned_share(empty), READ.completed_share(empty), READ.kept_share(empty), READ.inbound(empty)]).toEqual([null, null, null, 0]);
  });

  it("count those who asked to be called back apart from those who gave up", () => {
    const busy = row("paris", 8);

    expect([READ.abandoned_share(busy), READ.without_share(busy)]).toEqual([1 / 8, 2 / 8]);
  });

  it("are put at their instants, and a day without any is there as well", () => {
    const days = ["2026-11-20T00:00", "2026-11-21T00:00", "2026-11-22T00:00"].map((day) => new Date(day).getTime());
    const [first = 0, , last = 0] = days;

    const found = filled([row(new Date(last).toISOString(), 3), row(new Date(first).toISOString(), 5)], days, false);

    expect(found.map(({ figures }) => figures.calls.inbound)).toEqual([5, 0, 3]);
  });

  it("leave out hours in which never anything was", () => {
    const hours = Array.from({ length: 48 }, (_, hour) => new Date(2026, 10, 20, hour).getTime());
    const at = (day: number, hour: number) => row(new Date(2026, 10, day, hour).toISOString(), 1);

    const found = filled([at(20, 9), at(21, 17)], hours, true);

    expect(found).toHaveLength(18);
    expect(new Set(found.map(({ at: instant }) => new Date(instant).getHours()))).toEqual(new Set([9, 10, 11, 12, 13, 14, 15, 16, 17]));
  });
});
