// How each part of an installation does, from what the server says of it.

import type { components } from "@/api/schema";
import type { Health, Machine } from "./queries";

type Webhook = components["schemas"]["WebhookView"];
export type Level = "well" | "careful" | "broken";

/** A part, how it does, and which words say so: `health.PART.CODE`. */
export interface Judged<Code extends string> {
  level: Level;
  code: Code;
}

/** More than this is not decided within a moment. */
const WAITING_MANY = 200;
/** How far this computer's clock may be from the server's. */
const APART_MS = 60_000;

const PHONES: Record<Health["phone_system"]["state"], Level> = {
  ready: "well",
  connecting: "careful",
  unreachable: "broken",
  "wrong-password": "broken",
  replaced: "broken",
};

export const judgePhones = ({ phone_system: { state } }: Health) => ({ level: PHONES[state], code: state });

export const judgeJournal = ({ journal: { state } }: Health): Judged<"ready" | "away"> =>
  state === "ready" ? { level: "well", code: "ready" } : { level: "broken", code: "away" };

export const judgeWorker = ({ journal: { inputs_waiting } }: Health): Judged<"ready" | "behind"> =>
  inputs_waiting > WAITING_MANY ? { level: "careful", code: "behind" } : { level: "well", code: "ready" };

export function judgeDisks({ disks }: Machine): Judged<"enough" | "nearly-full" | "full" | "unknown"> {
  if (disks.length === 0) return { level: "well", code: "unknown" };
  if (disks.some(({ state }) => state === "full")) return { level: "broken", code: "full" };
  return disks.some(({ state }) => state === "nearly-full") ? { level: "careful", code: "nearly-full" } : { level: "well", code: "enough" };
}

/** `offset` is how much later it is at the server than on this computer, in milliseconds. */
export function judgeClock({ clock: { state } }: Machine, offset: number): Judged<Machine["clock"]["state"] | "reader"> {
  if (state === "apart") return { level: "broken", code: state };
  if (state === "not-synchronised") return { level: "careful", code: state };
  return Math.abs(offset) > APART_MS ? { level: "careful", code: "reader" } : { level: "well", code: state };
}

export function judgeWebhooks(webhooks: readonly Webhook[]): Judged<"none" | "well" | "trouble" | "disabled"> {
  if (webhooks.length === 0) return { level: "well", code: "none" };
  if (webhooks.some(({ state }) => state === "failing" || state === "gone")) return { level: "broken", code: "disabled" };
  return webhooks.some(({ failing_since }) => failing_since !== null) ? { level: "careful", code: "trouble" } : { level: "well", code: "well" };
}

const ORDER: readonly Level[] = ["well", "careful", "broken"];

/** The worst of all. */
export const worst = (levels: readonly Level[]): Level =>
  levels.reduce((one, other) => (ORDER.indexOf(other) > ORDER.indexOf(one) ? other : one), "well");
