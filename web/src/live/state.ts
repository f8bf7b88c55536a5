// What the server has said, folded: a snapshot, then changes by their sequence number.

import type {
  AgentView,
  AlertView,
  BoothPhoneView,
  CallView,
  CallbackView,
  Changes,
  QueueView,
  Snapshot,
} from "@/api/views";

export interface LiveState {
  sequence: number;
  /** The server's instant of what is shown. */
  dataAt: string | null;
  agents: ReadonlyMap<string, AgentView>;
  queues: ReadonlyMap<string, QueueView>;
  callbacks: ReadonlyMap<string, CallbackView>;
  toCall: ReadonlyMap<string, CallbackView>;
  calls: ReadonlyMap<string, CallView>;
  alerts: readonly AlertView[];
  callbacksLock: Snapshot["callbacks_lock"];
  callbacksHalted: boolean;
  booth: boolean;
  boothPhones: ReadonlyMap<string, BoothPhoneView>;
}

export const EMPTY: LiveState = {
  sequence: -1,
  dataAt: null,
  agents: new Map(),
  queues: new Map(),
  callbacks: new Map(),
  toCall: new Map(),
  calls: new Map(),
  alerts: [],
  callbacksLock: null,
  callbacksHalted: false,
  booth: false,
  boothPhones: new Map(),
};

export function withSnapshot(state: LiveState, told: Snapshot): LiveState {
  return {
    sequence: told.sequence,
    dataAt: told.server_time,
    agents: byId(told.agents),
    queues: byId(told.queues),
    callbacks: byId(told.callbacks),
    toCall: byId(told.to_call),
    calls: byId(told.calls),
    alerts: told.alerts,
    callbacksLock: told.callbacks_lock,
    callbacksHalted: told.callbacks_halted,
    booth: told.booth,
    boothPhones: state.boothPhones,
  };
}

/** Tell how changes stand to a state: what comes next, what is known already, or behind a gap. */
export function standing(state: LiveState, told: Changes): "next" | "known" | "gap" {
  if (told.sequence <= state.sequence) return "known";
  return told.first_sequence <= state.sequence + 1 ? "next" : "gap";
}

export function withChanges(state: LiveState, told: Changes): LiveState {
  return {
    ...state,
    sequence: told.sequence,
    dataAt: told.server_time,
    agents: changed(state.agents, told.agents),
    queues: changed(state.queues, told.queues, told.gone.queue_ids),
    callbacks: changed(
      state.callbacks,
      told.callbacks.filter((each) => each.state !== "closed"),
      told.callbacks.filter((each) => each.state === "closed").map((each) => each.id),
    ),
    toCall: changed(
      state.toCall,
      told.callbacks.filter((each) => each.to_call),
      told.callbacks.filter((each) => !each.to_call).map((each) => each.id),
    ),
    calls: changed(state.calls, told.calls, told.gone.call_ids),
    alerts: told.alerts,
    callbacksLock: told.callbacks_lock,
    callbacksHalted: told.callbacks_halted,
  };
}

export function withBoothPhones(state: LiveState, phones: readonly BoothPhoneView[]): LiveState {
  const boothPhones = new Map(state.boothPhones);
  for (const phone of phones) boothPhones.set(phone.number, phone);
  return { ...state, boothPhones };
}

interface Identified {
  id: string;
}

const byId = <View extends Identified>(views: readonly View[]): ReadonlyMap<string, View> =>
  new Map(views.map((view) => [view.id, view]));

/** Give the same map when nothing of it changes, so that nobody draws in vain. */
function changed<View extends Identified>(
  before: ReadonlyMap<string, View>,
  views: readonly View[],
  gone: readonly string[] = [],
): ReadonlyMap<string, View> {
  const leaving = gone.filter((id) => before.has(id));
  if (views.length === 0 && leaving.length === 0) return before;
  const after = new Map(before);
  for (const id of leaving) after.delete(id);
  for (const view of views) after.set(view.id, view);
  return after;
}
