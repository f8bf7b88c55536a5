import { describe, expect, it } from "vitest";
import { isTyped } from "./erasing";

const NUMBER = "+33612345678";

describe("the number typed before an erasure", () => {
  it.each(["+33 6 12 34 56 78", "33612345678", "0033612345678", "06 12 34 56 78", "06.12.34.56.78"])("is taken as %s", (typed) => {
    expect(isTyped(typed, NUMBER)).toBe(true);
  });

  it.each(["", "78", "0678", "06 12 34 56 79", "612345678", "yes"])("is not taken as %s", (typed) => {
    expect(isTyped(typed, NUMBER)).toBe(false);
  });
});
