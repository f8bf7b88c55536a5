import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { call } from "@/testing/made";
import { entriesOf } from "./entries";
import { countChanges, useHeldRows } from "./held";

/** Calls in a menu, in the order in which they began. */
const board = (ids: string) =>
  entriesOf({
    queues: new Map(),
    callbacks: new Map(),
    calls: new Map([...ids].map((id, place) => [id, call({ id, stage: "in-menu", began_at: `2026-11-22T14:00:${String(10 + place)}Z` })])),
  });

describe("what would change", () => {
  it.each([
    ["abc", "abc", 0],
    ["abc", "abcd", 1],
    ["abc", "bc", 1],
    ["abc", "cab", 1],
    ["abcd", "dcba", 3],
    ["abc", "xyz", 6],
    ["", "ab", 2],
  ])("between %s and %s are %d rows", (shown, current, changes) => {
    expect(countChanges([...shown], [...current])).toBe(changes);
  });
});

describe("held rows", () => {
  const held = (ids: string) =>
    renderHook(({ entries }) => useHeldRows(entries), { initialProps: { entries: board(ids) } });
  const shown = ({ current }: { current: ReturnType<typeof useHeldRows> }) =>
    current.rows.map(({ entry, gone }) => (gone ? `(${entry.id})` : entry.id)).join("");

  it("stand in the true order as long as nobody is in them", () => {
    const { result, rerender } = held("ab");

    rerender({ entries: board("cab") });

    expect([shown(result), result.current.changes]).toEqual(["cab", 0]);
  });

  it("keep their places under a pointer, and say how many changes wait", () => {
    const { result, rerender } = held("abc");
    act(() => { result.current.hold(); });

    rerender({ entries: board("dca") });

    expect([shown(result), result.current.changes]).toEqual(["a(b)c", 3]);
  });

  it("take the true order when asked, and go on holding it", () => {
    const { result, rerender } = held("abc");
    act(() => { result.current.hold(); });
    rerender({ entries: board("ca") });
    act(() => { result.current.apply(); });
    rerender({ entries: board("ac") });

    expect([shown(result), result.current.changes]).toEqual(["ca", 1]);
  });

  it("are let go when the pointer leaves", () => {
    const { result, rerender } = held("ab");
    act(() => { result.current.hold(); });
    rerender({ entries: board("ba") });
    act(() => { result.current.release(); });

    expect([shown(result), result.current.changes]).toEqual(["ba", 0]);
  });
});
