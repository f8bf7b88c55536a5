// The steps as the server tells them, and where each is taken.

import type { components } from "@/api/schema";

export type Checklist = components["schemas"]["ChecklistView"];
export type Step = components["schemas"]["ChecklistStepView"];
type Place = "booth" | "call" | "/monitoring" | "/workspace" | "/numbers" | "/people/teams";

export const PLACES: Record<Step["step"], Place> = {
  dial: "booth",
  hear: "booth",
  press: "booth",
  confirmed: "booth",
  pending: "/monitoring",
  "call-back": "/workspace",
  answer: "booth",
  history: "call",
  number: "/numbers",
  team: "/people/teams",
  callbacks: "/numbers",
  "test-call": "/monitoring",
};

/** The part of the screen to look at, where it may lie further down. */
export const HASHES: Partial<Record<Step["step"], string>> = { pending: "calls-and-callbacks" };

/** The first step that nobody has taken yet. */
export const nextOf = (steps: readonly Step[]): Step | undefined => steps.find(({ done }) => !done);
