// A Smartflow with opening hours, or special dates, put before all that it has.

import type { FlowSettings, Step } from "../paths";
import { ordinaryWeek } from "@/ui/hours/periods";

export type AddedStep = "hours" | "dates";

interface Wanted {
  added: AddedStep;
  timeZone: string;
  /** The step that callers come to when it is closed, or a message said before the call ends. */
  closedTo: string | null;
  closedPrompt: string;
}

export function withAdded(flow: FlowSettings, { added, timeZone, closedTo, closedPrompt }: Wanted): FlowSettings {
  const taken = new Set(flow.steps.map(({ id }) => id));
  const fresh = (wish: string): string => (taken.has(wish) ? fresh(`${wish}-2`) : wish);
  const id = fresh(added === "hours" ? "opening-hours" : "special-dates");
  const farewell = fresh(added === "hours" ? "closed" : "special-closed");
  const aside = closedTo ?? farewell;
  const step: Step =
    added === "hours"
      ? { kind: "hours", id, time_zone: timeZone, periods: ordinaryWeek(), open: flow.first, closed: aside }
      : { kind: "dates", id, time_zone: timeZone, dates: [], special: aside, ordinary: flow.first };
  const end: Step[] = closedTo === null ? [{ kind: "hang-up", id: farewell, prompt: closedPrompt }] : [];
  return { ...flow, first: id, steps: [step, ...flow.steps, ...end] };
}
