import { describe, expect, it } from "vitest";
import { call, callback, item, queue } from "@/testing/made";
import { entriesOf } from "./entries";
import { passes, readSearch, type BoardSearch } from "./search";

const elsewhere = { id: "lyon", name: "Lyon", number: "+33499001000" };
const waiting = queue({ id: "support", items: [item({ id: "waits" }), item({ id: "rung", kind: "callback", state: "ringing" })] });
const entries = entriesOf({
  queues: new Map([[waiting.id, waiting]]),
  calls: new Map([["talks", call({ id: "talks", stage: "talking", line: elsewhere })]]),
  callbacks: new Map([["behind", callback({ id: "behind", queue_id: "support" })]]),
});
const shown = (search: BoardSearch) => entries.filter(passes(search)).map(({ id }) => id);

describe("the filters of the board", () => {
  it("show everybody when none is set", () => {
    expect(shown({})).toEqual(["waits", "rung", "behind", "talks"]);
  });

  it.each<[BoardSearch, string[]]>([
    [{ line: "lyon" }, ["talks"]],
    [{ queue: "support" }, ["waits", "rung", "behind"]],
    [{ kind: "callback" }, ["rung", "behind"]],
    [{ state: "ringing" }, ["rung"]],
    [{ queue: "support", state: "in-queue" }, ["waits"]],
  ])("with %o show %o", (search, ids) => {
    expect(shown(search)).toEqual(ids);
  });

  it("are read from an address, whatever stands there", () => {
    expect(readSearch({ line: "paris", kind: "letter", state: ["ringing"], queue: "", more: 1 })).toEqual({ line: "paris" });
  });
});
