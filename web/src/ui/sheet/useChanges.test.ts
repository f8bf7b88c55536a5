import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useDraft } from "./useChanges";

interface Settings {
  name: string;
  members: string[];
}

const kept = (saved: Settings) => renderHook((now: Settings) => useDraft(now), { initialProps: saved });
const before: Settings = { name: "Support", members: ["lea"] };

describe("changes over what the server has", () => {
  it("let others' changes of something else come through", () => {
    const { result, rerender } = kept(before);
    act(() => { result.current.change({ name: "Help" }); });
    rerender({ name: "Support", members: ["lea", "tom"] });

    expect(result.current.draft).toEqual({ name: "Help", members: ["lea", "tom"] });
    expect(result.current.clashes).toBe(false);
  });

  it("clash with others' changes of the same, until those are taken", () => {
    const { result, rerender } = kept(before);
    act(() => { result.current.change({ name: "Help" }); });
    rerender({ name: "Aid", members: ["lea"] });
    expect(result.current.clashes).toBe(true);
    expect(result.current.draft.name).toBe("Help");

    act(() => { result.current.forget(); });
    expect(result.current).toMatchObject({ clashes: false, isChanged: false, draft: { name: "Aid" } });
  });

  it("clash with what was there when the first of them was made", () => {
    const { result, rerender } = kept(before);
    act(() => { result.current.change({ name: "H" }); });
    rerender({ name: "Aid", members: ["lea"] });
    act(() => { result.current.change({ name: "He" }); });

    expect(result.current.clashes).toBe(true);
  });

  it("are none once the server has them, and begin anew from there", () => {
    const { result, rerender } = kept(before);
    act(() => { result.current.change({ name: "Help" }); });
    rerender({ name: "Help", members: ["lea"] });
    expect(result.current.isChanged).toBe(false);

    act(() => { result.current.change({ name: "Helpers" }); });
    expect(result.current.clashes).toBe(false);
  });
});
