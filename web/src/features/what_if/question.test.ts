import { describe, expect, it } from "vitest";
import { asDaysQuestion, asListQuestion, isDifferent, isSame, readSearch } from "./question";

describe("a question", () => {
  it("is read from an address as far as it makes sense", () => {
    const read = readSearch({ day: "2026-11-19", days: 3, retries: "2", mode: "sometimes", more: -1, ring_for: 4, respect: "yes", press: 40, other: 1 });

    expect(read).toEqual(readSearch({ day: "2026-11-19", days: 3, retries: 2, more: -1, press: 40 }));
  });

  it("gives only what is different", () => {
    const asked = asDaysQuestion({ retries: 0, when_busy: "fail", more: 2, press: 40 }, "2026-11-19", "Europe/Paris");

    expect(asked).toEqual({
      begins: new Date("2026-11-19T00:00").toISOString(),
      until: new Date("2026-11-20T00:00").toISOString(),
      time_zone: "Europe/Paris",
      callbacks: { retries: 0, when_busy: "fail" },
      ring_steps: {},
      more_agents: 2,
      press_share: 0.4,
    });
  });

  it("is the same however its instants are written, and not when a setting differs", () => {
    const question = asDaysQuestion({ retries: 2, line: "paris" }, "2026-11-19", "Europe/Paris");
    const asked = { ...question, begins: question.begins.replace(".000Z", "Z") };

    expect(isSame(asked, question)).toBe(true);
    expect(isSame(asked, asDaysQuestion({ retries: 1, line: "paris" }, "2026-11-19", "Europe/Paris"))).toBe(false);
  });

  it("of a list names the list", () => {
    expect(asListQuestion({ agents: 5, ring_for: 60 }, "abc")).toEqual({ call_list_id: "abc", agents: 5, callbacks: {}, ring_steps: { ring_for_seconds: 60 } });
  });

  it("is one only if something is different", () => {
    expect(isDifferent({ day: "2026-11-19", press: 50, seed: 2, more: 0 })).toBe(false);
    expect(isDifferent({ respect: false })).toBe(true);
    expect(isDifferent({ more: -1 })).toBe(true);
  });
});
