import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AT, agent, callback, changes, snapshot } from "@/testing/made";
import { FakeSocket, useFakeSockets } from "@/testing/socket";
import { OFFLINE_AFTER_MS } from "./link";
import { LiveStore } from "./store";

const HERE = Date.parse(AT);
const NOBODY = { token: null, agent_id: null };

function following(): LiveStore {
  const store = new LiveStore("ws://ringback/api/v1/live");
  store.follow({ token: "secret", agent_id: "lea" });
  return store;
}

beforeEach(() => {
  vi.useFakeTimers({ now: HERE });
  useFakeSockets();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the live store", () => {
  it("greets, and is live once the snapshot is there", () => {
    const store = following();
    expect(store.get().phase).toBe("connecting");

    FakeSocket.last.accept(snapshot({ agents: [agent()] }));

    expect(FakeSocket.last.said[0]).toEqual({ type: "hello", token: "secret", agent_id: "lea" });
    expect(store.get().phase).toBe("live");
    expect(store.get().agents.get("lea")?.name).toBe("Léa Martin");
  });

  it("takes changes that come next, and tells their events once", () => {
    const store = following();
    const told = vi.fn();
    store.onChanges(told);
    FakeSocket.last.accept(snapshot());

    FakeSocket.last.tell(changes([11, 12], { agents: [agent({ condition: "ringing" })] }));
    FakeSocket.last.tell(changes([11, 12]));

    expect(store.get().sequence).toBe(12);
    expect(store.get().agents.get("lea")?.condition).toBe("ringing");
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("asks for a fresh snapshot behind a gap", () => {
    const store = following();
    FakeSocket.last.accept(snapshot());

    FakeSocket.last.tell(changes([13], { agents: [agent({ name: "never shown" })] }));
    expect(FakeSocket.all).toHaveLength(2);
    expect(store.get().agents.size).toBe(0);
    FakeSocket.last.accept(snapshot({ sequence: 13 }));

    expect(store.get().sequence).toBe(13);
    expect(store.get().phase).toBe("live");
  });

  it("notices by a heartbeat that something was missed", () => {
    following();
    FakeSocket.last.accept(snapshot());

    FakeSocket.last.tell({ type: "heartbeat", sequence: 10, server_time: AT });
    expect(FakeSocket.last.said.at(-1)).toEqual({ type: "here" });
    expect(FakeSocket.all).toHaveLength(1);
    FakeSocket.last.tell({ type: "heartbeat", sequence: 11, server_time: AT });

    expect(FakeSocket.all).toHaveLength(2);
  });

  it("keeps a callback among the open ones and in the list to call as the server says", () => {
    const store = following();
    FakeSocket.last.accept(snapshot({ callbacks: [callback()] }));

    FakeSocket.last.tell(changes([11], { callbacks: [callback({ state: "closed", to_call: true })] }));
    expect([...store.get().callbacks.keys()]).toEqual([]);
    expect([...store.get().toCall.keys()]).toEqual(["callback1"]);
    FakeSocket.last.tell(changes([12], { callbacks: [callback({ state: "closed" })] }));

    expect([...store.get().toCall.keys()]).toEqual([]);
  });

  it("leaves a part as it is when nothing of it changed, so that nobody draws in vain", () => {
    const store = following();
    FakeSocket.last.accept(snapshot({ agents: [agent()] }));
    const { agents, queues } = store.get();

    FakeSocket.last.tell(changes([11], { callbacks: [callback()] }));

    expect(store.get().agents).toBe(agents);
    expect(store.get().queues).toBe(queues);
  });
});

describe("the connection", () => {
  it("comes back with back-off, keeping the data and saying how old they are", () => {
    const store = following();
    FakeSocket.last.accept(snapshot({ agents: [agent()] }));

    FakeSocket.last.cut();
    expect(store.get()).toMatchObject({ phase: "reconnecting", dataAt: AT });
    expect(store.get().agents.size).toBe(1);
    vi.advanceTimersByTime(250);
    FakeSocket.last.cut();
    vi.advanceTimersByTime(250);
    expect(FakeSocket.all).toHaveLength(2);
    vi.advanceTimersByTime(250);

    expect(FakeSocket.all).toHaveLength(3);
    FakeSocket.last.accept(snapshot());
    expect(store.get().phase).toBe("live");
  });

  it("says that it is offline when it does not come back, and is live again when it does", () => {
    const store = following();
    FakeSocket.last.accept(snapshot());
    for (let lost = 0; lost <= OFFLINE_AFTER_MS; lost += 250) {
      if (FakeSocket.last.readyState !== 3) FakeSocket.last.cut();
      vi.advanceTimersByTime(250);
    }
    expect(store.get().phase).toBe("offline");

    FakeSocket.last.cut();
    expect(store.get().phase).toBe("offline");
    vi.advanceTimersByTime(8_000);
    FakeSocket.last.accept(snapshot());

    expect(store.get().phase).toBe("live");
    vi.advanceTimersByTime(1_000);
    expect(store.get().phase).toBe("live");
  });

  it("gives up a connection on which nothing is heard", () => {
    const store = following();
    FakeSocket.last.accept(snapshot());

    vi.advanceTimersByTime(9_000);

    expect(store.get().phase).toBe("reconnecting");
  });

  it("tells who is not let in, and does not try again", () => {
    const store = following();
    const refused = vi.fn();
    store.refused = refused;

    FakeSocket.last.accept({ type: "goodbye", code: "invalid-token", message: "" });
    FakeSocket.last.cut(4401);
    vi.advanceTimersByTime(60_000);

    expect(refused).toHaveBeenCalledWith("invalid-token");
    expect(FakeSocket.all).toHaveLength(1);
  });

  it("measures the server's clock by the shortest round trip", () => {
    const store = following();
    FakeSocket.last.accept(snapshot({ server_time: "2026-11-22T14:00:05Z" }));
    expect(store.clock.now(HERE)).toBe(HERE + 5_000);

    const sent = performance.now() - 100;
    FakeSocket.last.tell({ type: "time", sent, server_time: "2026-11-22T14:00:07Z" });
    FakeSocket.last.tell({ type: "time", sent: sent - 900, server_time: "2026-11-22T14:01:00Z" });

    expect(store.clock.now(HERE)).toBeCloseTo(HERE + 7_050, -1);
  });

  it("forgets everything when it leaves", () => {
    const store = following();
    FakeSocket.last.accept(snapshot({ agents: [agent()] }));

    store.leave();
    vi.advanceTimersByTime(60_000);

    expect(store.get().agents.size).toBe(0);
    expect(FakeSocket.all).toHaveLength(1);
    store.follow(NOBODY);
    expect(FakeSocket.all).toHaveLength(2);
  });
});
