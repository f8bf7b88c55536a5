import { describe, expect, it } from "vitest";
import { readSearch } from "./search";

describe("the address of the Workspace", () => {
  it("is read whatever somebody has written there", () => {
    expect(readSearch({ view: "conversations", contact: "c12", find: 33612, pending: true })).toEqual({
      view: "conversations",
      contact: "c12",
      find: "33612",
      pending: true,
    });
    expect(readSearch({ view: "conversations", contact: ["c1"], find: " ", pending: "yes" })).toEqual({ view: "conversations" });
    expect(readSearch({ view: "other", contact: "c12" })).toEqual({});
  });
});
