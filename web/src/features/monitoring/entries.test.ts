import { describe, expect, it } from "vitest";
import type { CallView, CallbackView, QueueItemView, QueueView } from "@/api/views";
import { AT, call, callback, item, queue } from "@/testing/made";
import { entriesOf } from "./entries";

interface Told {
  queues?: QueueView[];
  calls?: CallView[];
  callbacks?: CallbackView[];
}

const byId = <View extends { id: string }>(views: readonly View[] = []) => new Map(views.map((view) => [view.id, view]));

const listed = ({ queues, calls, callbacks }: Told) =>
  entriesOf({ queues: byId(queues), calls: byId(calls), callbacks: byId(callbacks) });

const at = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString();
const waiting = (id: string, seconds: number, told: Partial<QueueItemView> = {}) => item({ id, since: at(seconds), ...told });

describe("the one list", () => {
  it("keeps the true order of each queue, whoever has waited longer", () => {
    const front = queue({ id: "a", items: [waiting("moved", 50), waiting("old", 0), waiting("young", 90)] });
    const other = queue({ id: "b", items: [waiting("elsewhere", 60)] });

    const ids = listed({ queues: [front, other] }).map(({ id }) => id);

    expect(ids).toEqual(["moved", "old", "elsewhere", "young"]);
  });

  it("shows a customer who waits to be called back once, and the call that began it not at all", () => {
    const queued = queue({ items: [waiting("callback1", 0, { kind: "callback" })] });
    const began = call({ id: "call1", stage: "callback-pending", callback_id: "callback1" });

    const entries = listed({ queues: [queued], calls: [began], callbacks: [callback()] });

    expect(entries.map(({ id, status, queued: stands }) => [id, status, stands])).toEqual([["callback1", "callback-pending", true]]);
  });

  it("shows the call that a callback has become in its place", () => {
    const dialled = call({ id: "call2", direction: "outbound", stage: "customer-ringing", callback_id: "callback1" });

    const entries = listed({ calls: [dialled], callbacks: [callback({ state: "calling-customer", queue_id: null })] });

    expect(entries.map(({ id, kind, status }) => [id, kind, status])).toEqual([["call2", "callback", "ringing"]]);
  });

  it("names each status, those who wait before those who are served", () => {
    const calls = [
      call({ id: "talks", stage: "on-hold" }),
      call({ id: "menu", stage: "in-menu" }),
      call({ id: "waits", stage: "waiting" }),
    ];
    const queued = queue({ items: [waiting("rings", 0, { state: "ringing" }), waiting("waits", 1)] });
    const manual = callback({ id: "manual", state: "awaiting-agent", queue_id: null });

    const entries = listed({ queues: [queued], calls, callbacks: [manual] });

    expect(entries.map(({ id, status }) => `${id}: ${status}`)).toEqual([
      "rings: ringing",
      "waits: in-queue",
      "manual: callback-pending",
      "menu: in-ivr",
      "talks: in-call",
    ]);
  });

  it("says what holds a callback", () => {
    const queued = queue({ items: [waiting("callback1", 0, { kind: "callback", state: "held", held_by: ["halted"] })] });

    expect(listed({ queues: [queued] })[0]?.detail).toEqual({ of: "hold", code: "halted" });
  });
});
