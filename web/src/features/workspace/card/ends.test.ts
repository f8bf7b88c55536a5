import { describe, expect, it } from "vitest";
import type { LiveEvent } from "@/api/views";
import { AT, agent, offer } from "@/testing/made";
import { endBy, isOver } from "./ends";

const envelope = { sequence: 1, at: AT, input: "test", actor: "phone" };
const withdrawn = (told: Partial<Extract<LiveEvent, { name: "offers-withdrawn" }>>): LiveEvent => ({
  ...envelope,
  name: "offers-withdrawn",
  item_id: "callback1",
  agent_ids: ["lea"],
  cause: "taken",
  taken_by: null,
  ...told,
});
const rangOut = (cause: Extract<LiveEvent, { name: "offers-rang-out" }>["cause"]): LiveEvent => ({
  ...envelope,
  name: "offers-rang-out",
  item_id: "callback1",
  agent_ids: ["lea", "tom"],
  cause,
  phone_failure: null,
});

describe("the end of a card", () => {
  it("names the colleague who was faster", () => {
    expect(endBy(withdrawn({ taken_by: "tom" }), "lea", null, null)).toEqual({ key: "taken", agentId: "tom" });
  });

  it.each(["caller-gone", "callback-requested", "held", "cancelled", "agent-left", "fault", "moved"] as const)(
    "says why the offer was withdrawn: %s",
    (cause) => {
      expect(endBy(withdrawn({ cause }), "lea", null, null)).toEqual({ key: cause });
    },
  );

  it("is none of ours when others were rung", () => {
    expect(endBy(withdrawn({ agent_ids: ["tom"], taken_by: "lea" }), "lea", null, null)).toBeNull();
  });

  it.each([
    ["agent-time-over", "rang_out"],
    ["step-time-over", "rang_out"],
    ["not-connected", "not_connected"],
    ["not-confirmed", "not_confirmed"],
  ] as const)("tells a ring-out by its cause: %s", (cause, key) => {
    expect(endBy(rangOut(cause), "lea", null, null)).toEqual({ key });
  });

  it("says why the customer was not reached, and keeps that when the agent is free", () => {
    const failed: LiveEvent = { ...envelope, name: "dial-failed", call_id: "call2", callback_id: "callback1", cause: "busy" };
    const end = endBy(failed, "lea", "callback1", null);

    expect(end).toEqual({ key: "not_reached", cause: "busy" });
    expect(endBy(failed, "lea", "callback2", null)).toBeNull();
  });

  it("gives way to the next offer and to a conversation", () => {
    expect(isOver(agent())).toBe(false);
    expect(isOver(agent({ offer: offer() }))).toBe(true);
    expect(isOver(agent({ offer: offer({ state: "accepted" }) }))).toBe(false);
  });
});
