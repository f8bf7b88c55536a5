// One simulated caller: what they do, who is there, and what becomes of it by the server's word.

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import type { PublicEvent } from "@/ui/sentence";
import type { FlowSettings } from "../model";

export type There = "free" | "busy" | "absent" | "some";
export const THERE: readonly There[] = ["free", "busy", "absent", "some"];

export interface Press {
  after_seconds: number;
  digit: string;
}

/** What is tried; presses are counted from the beginning of the call. */
export interface Wish {
  lineId: string | null;
  /** A moment of this device's clock, as the browser's own field has it; empty is now. */
  at: string;
  there: There;
  free: readonly string[];
  answers: boolean;
  presses: readonly Press[];
  hangsUp: number | null;
}

export const FIRST_WISH: Wish = { lineId: null, at: "", there: "free", free: [], answers: true, presses: [], hangsUp: null };

export interface Moment {
  event: PublicEvent & Heard;
  seconds: number;
  /** Where the caller, or their callback, is by then. */
  step: string | null;
}

interface Heard {
  prompt?: string | null;
  step_id?: string;
  call_id?: string;
}

/** Do something at a moment, in the place of whatever was done after it. */
export const pressing = (wish: Wish, after: number, digit: string): Wish => ({
  ...wish,
  presses: [...wish.presses.filter((press) => press.after_seconds < after), { after_seconds: after, digit }],
  hangsUp: null,
});

export const doingNothing = (wish: Wish, after: number): Wish => ({
  ...wish,
  presses: wish.presses.filter((press) => press.after_seconds < after),
  hangsUp: wish.hangsUp !== null && wish.hangsUp >= after ? null : wish.hangsUp,
});

export const hangingUp = (wish: Wish, after: number): Wish => ({ ...doingNothing(wish, after), hangsUp: after });

type Story = components["schemas"]["TrialView"];

/** Put each event at its second and its step: one that names none is where the last one was. */
export function momentsOf({ began_at, events }: Story, known: ReadonlySet<string>): Moment[] {
  let step: string | null = null;
  return events.map((event) => {
    const told = event as PublicEvent & Heard;
    if (told.step_id !== undefined && known.has(told.step_id)) step = told.step_id;
    return { event: told, seconds: (Date.parse(told.at) - Date.parse(began_at)) / 1000, step };
  });
}

const ASKED_AFTER_MS = 300;

export function useTrial(flowId: string, flow: FlowSettings, wish: Wish, concerned: readonly string[], enabled: boolean) {
  const [settled] = useDebouncedValue(flow, ASKED_AFTER_MS);
  const { lineId, at, there, free, answers, presses, hangsUp } = wish;
  const body = {
    settings: settled,
    line_id: lineId,
    at: at === "" ? null : new Date(at).toISOString(),
    presses: [...presses],
    hangs_up_after_seconds: hangsUp,
    available: there === "free" ? [...concerned] : there === "some" ? [...free] : [],
    busy: there === "busy" ? [...concerned] : [],
    agents_answer: answers,
  };
  return useQuery({
    queryKey: ["flow-trial", flowId, body],
    queryFn: () => ask(api.POST("/api/v1/flows/{flow_id}/try", { params: { path: { flow_id: flowId } }, body })),
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  });
}
