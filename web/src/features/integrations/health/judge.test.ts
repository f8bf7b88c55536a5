import { describe, expect, it } from "vitest";
import { judgeClock, judgeDisks, judgePhones, judgeWebhooks, judgeWorker, worst } from "./judge";
import type { Health, Machine } from "./queries";

const health = (told: { phones?: Health["phone_system"]["state"]; waiting?: number }): Health => ({
  status: "ready",
  phone_system: { state: told.phones ?? "ready", sentence: "" },
  journal: { state: "ready", sentence: "", sequence: 1, inputs_waiting: told.waiting ?? 0 },
  uptime_seconds: 1,
  agents: 1,
  callbacks_open: 0,
  callbacks_halted: false,
  calls_live: 0,
});
const disk = (state: Machine["disks"][number]["state"]): Machine["disks"][number] => ({ holds: ["journal"], state, free_bytes: 1, whole_bytes: 2 });
const machine = (state: Machine["clock"]["state"], ...disks: Machine["disks"]): Machine => ({ clock: { state }, disks });
const webhook = (told: Partial<Parameters<typeof judgeWebhooks>[0][number]>) => ({
  id: "wh1",
  name: "CRM",
  url: "https://crm.example.com",
  format: "native" as const,
  events: [],
  state: "active" as const,
  created_at: "2026-11-22T14:00:00Z",
  secret_changed_at: null,
  failing_since: null,
  failures: 0,
  lag: 0,
  replays: 0,
  ...told,
});

describe("the health of an installation", () => {
  it("is broken when the phone system will not have us", () => {
    expect(judgePhones(health({ phones: "wrong-password" }))).toEqual({ level: "broken", code: "wrong-password" });
    expect(judgePhones(health({ phones: "connecting" })).level).toBe("careful");
  });

  it("is worrying when more comes in than is decided", () => {
    expect(judgeWorker(health({ waiting: 3 })).level).toBe("well");
    expect(judgeWorker(health({ waiting: 5_000 }))).toEqual({ level: "careful", code: "behind" });
  });

  it("is that of the fullest disk", () => {
    expect(judgeDisks(machine("synchronised", disk("enough"), disk("full"), disk("nearly-full"))).code).toBe("full");
    expect(judgeDisks(machine("synchronised")).code).toBe("unknown");
  });

  it("tells a wrong clock of the reader from one of the server", () => {
    expect(judgeClock(machine("synchronised"), 0)).toEqual({ level: "well", code: "synchronised" });
    expect(judgeClock(machine("synchronised"), -120_000)).toEqual({ level: "careful", code: "reader" });
    expect(judgeClock(machine("apart"), -120_000)).toEqual({ level: "broken", code: "apart" });
  });

  it("knows a webhook in trouble from one that was switched off", () => {
    expect(judgeWebhooks([webhook({}), webhook({ failing_since: "2026-11-22T14:00:00Z" })]).code).toBe("trouble");
    expect(judgeWebhooks([webhook({ failing_since: "2026-11-22T14:00:00Z" }), webhook({ state: "gone" })]).code).toBe("disabled");
    expect(judgeWebhooks([webhook({ state: "paused" })]).code).toBe("well");
  });

  it("is as bad as its worst part", () => {
    expect(worst(["well", "broken", "careful"])).toBe("broken");
    expect(worst([])).toBe("well");
  });
});
