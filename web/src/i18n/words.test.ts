import { describe, expect, it } from "vitest";
import { en, fr } from "./catalogues";
import { Format, phoneNumber } from "./format";
import { typeset, typesetAll } from "./typeset";

function leaves(catalogue: unknown, path = ""): [string, string][] {
  if (typeof catalogue === "string") return [[path, catalogue]];
  return Object.entries(catalogue as object).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

const ENGLISH = new Map(leaves(en));
const FRENCH = new Map(leaves(fr));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
/** Words that are the same in both languages. */
const SAME = /^\/(common\/(app\/name|user\/(language_|role_agent)|nav\/menu)|domain\/outcome\/place$|integrations\/signature\/link$)/;

describe("the words", () => {
  it("are there in both languages, under the same keys", () => {
    expect([...FRENCH.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
  });

  it("take the same values in both languages", () => {
    for (const [key, text] of ENGLISH) expect([key, placeholders(FRENCH.get(key) ?? "")]).toEqual([key, placeholders(text)]);
  });

  it("are translated: no sentence is the same in French", () => {
    const left = [...ENGLISH].filter(([key, text]) => /\p{L}.*\s/u.test(text.replace(/\{\w+\}/g, "").trim()) && FRENCH.get(key) === text && !SAME.test(key));

    expect(left).toEqual([]);
  });

  it("are none of them empty, and none ends in a space", () => {
    for (const [key, text] of [...ENGLISH, ...FRENCH]) expect([key, text.trim()]).toEqual([key, text === "" ? "empty" : text]);
  });

  it("are set in French with spaces that do not break before high punctuation", () => {
    for (const [key, text] of leaves(typesetAll(fr, "fr"))) {
      expect([key, /[\p{L}\d)] [:;!?»]|« /u.test(text)]).toEqual([key, false]);
      expect([key, /\p{L}[;!?]/u.test(text)]).toEqual([key, false]);
    }
    expect(typeset("Qu'est-ce ?", "fr")).toBe("Qu’est-ce\u00a0?");
  });
});

describe("formats", () => {
  const english = new Format("en");
  const french = new Format("fr");

  it.each([
    [0, "0 s"],
    [59_400, "59 s"],
    [252_000, "4 min 12 s"],
    [240_000, "4 min"],
    [3_720_000, "1 h 2 min"],
  ])("write %d ms as %s", (milliseconds, written) => {
    expect(english.duration(milliseconds).replaceAll("\u00a0", " ")).toBe(written);
  });

  it("write days with their language's letter", () => {
    expect(french.duration(180_000_000).replaceAll("\u00a0", " ")).toBe("2 j 2 h");
  });

  it("write phone numbers in their country's groups", () => {
    expect(phoneNumber("+33612345678").replaceAll("\u00a0", " ")).toBe("+33 6 12 34 56 78");
    expect(phoneNumber("+442079460123").replaceAll("\u00a0", " ")).toBe("+44 20 7946 0123");
    expect(phoneNumber("+441314960339").replaceAll("\u00a0", " ")).toBe("+44 131 496 0339");
    expect(phoneNumber("+441632960123").replaceAll("\u00a0", " ")).toBe("+44 1632 960123");
    expect(phoneNumber("+447700900123").replaceAll("\u00a0", " ")).toBe("+44 7700 900123");
    expect(phoneNumber("+12025550123")).toBe("+12025550123");
  });

  it("write lists as sentences have them", () => {
    expect(french.list(["Léa", "Tom"])).toBe("Léa et Tom");
  });
});
