import { describe, expect, it } from "vitest";
import { asQuery, countFilters, readSearch, searchedNumber } from "./search";

describe("the address of the history", () => {
  it("is read as far as it makes sense, and the rest is left out", () => {
    const read = readSearch({ type: "missed", outcome: "eaten", since: "2026-11-01", until: "soon", line: "paris", ascending: "yes", number: 612, other: 1 });

    expect(read).toEqual(readSearch({ type: "missed", since: "2026-11-01", line: "paris", number: "612" }));
    expect(countFilters(read)).toBe(4);
  });

  it("asks for whole days, the last one included", () => {
    const { since, until } = asQuery({ since: "2026-03-28", until: "2026-03-29" });

    expect(new Date(since ?? "").toDateString()).toBe(new Date(2026, 2, 28).toDateString());
    expect(new Date(until ?? "").getTime()).toBe(new Date(2026, 2, 30).getTime());
  });

  it.each([
    ["06 12-34.56", "06123456"],
    ["+33 (0)6", "+3306"],
    ["dupont", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("takes %s as the number %s", (written, meant) => {
    expect(searchedNumber(written)).toBe(meant);
  });

  it("counts the order as no filter", () => {
    expect(countFilters({ order: "talked", ascending: true })).toBe(0);
  });
});
