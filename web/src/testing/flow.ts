// A made-up Smartflow with branches, and ways that meet again.

import type { components } from "@/api/schema";

type FlowSettings = components["schemas"]["FlowSettings"];

export const madeFlow = (): FlowSettings => ({
  name: "Paris",
  first: "welcome",
  steps: [
    { kind: "audio", id: "welcome", prompt: "fr/welcome", next: "hours" },
    { kind: "hours", id: "hours", time_zone: "Europe/Paris", periods: [], open: "menu", closed: "voicemail" },
    { kind: "menu", id: "menu", prompt: "fr/menu", choices: [{ digit: "1", next: "sales" }, { digit: "2", next: "support" }], no_choice: "support" },
    { kind: "ring", id: "sales", target: { team_id: "sales" }, next: "support" },
    { kind: "ring", id: "support", target: { team_id: "support" }, next: "voicemail" },
    { kind: "voicemail", id: "voicemail", prompt: "fr/voicemail_greeting" },
  ],
});
