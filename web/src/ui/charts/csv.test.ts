import { describe, expect, it } from "vitest";
import { asCsv } from "./csv";

const chart = (names: string[]) => ({
  rows: names.map((name, at) => ({ name, value: at === 0 ? null : at / 3 })),
  rowName: "Line",
  name: ({ name }: { name: string }) => name,
  series: [{ key: "share", name: "Share, in all", read: ({ value }: { value: number | null }) => value, write: String }],
});

describe("a chart as a file", () => {
  it("has a head, numbers as they are, and nothing where there is none", () => {
    expect(asCsv(chart(["Paris", "London"]))).toBe('Line,"Share, in all"\r\nParis,\r\nLondon,0.3333\r\n');
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+33", "'+33"],
    ["@cmd", "'@cmd"],
    ['Say "yes"', '"Say ""yes"""'],
    ["two\nlines", '"two\nlines"'],
    ["-1, then", `"'-1, then"`],
  ])("writes %j so that no spreadsheet runs it", (name, cell) => {
    expect(asCsv(chart([name])).split("\r\n")[1]).toBe(`${cell},`);
  });
});
