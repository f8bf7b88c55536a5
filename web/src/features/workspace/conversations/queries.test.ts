import { describe, expect, it } from "vitest";
import { eachOnce, type Summary } from "./queries";

const of = (id: string, pending_callbacks: number): Summary => ({
  contact: { id, number: null, name: id },
  newest: { kind: "callback", at: "2026-11-22T14:00:00Z", call: null, callback: null },
  pending_callbacks,
});

describe("the pages of conversations", () => {
  it("show a contact once, where they stand first, although they moved up between two pages", () => {
    const shown = eachOnce([of("c3", 1), of("c1", 0), of("c2", 0), of("c3", 0)]);

    expect(shown.map(({ contact, pending_callbacks }) => [contact.id, pending_callbacks])).toEqual([
      ["c3", 1],
      ["c1", 0],
      ["c2", 0],
    ]);
  });
});
