// Made-up views, whole and typed, of which a test says only what matters to it.

import type {
  AgentView,
  CallView,
  CallbackView,
  Changes,
  LiveEvent,
  OfferView,
  QueueItemView,
  QueueView,
  Snapshot,
} from "@/api/views";

export const AT = "2026-11-22T14:00:00Z";
const LINE = { id: "paris", name: "Paris", number: "+33199001000" };
const CUSTOMER = { contact_id: "c1", number: "+33199002112", name: "Marie Dupont", withheld: false };

export const agent = (told: Partial<AgentView> = {}): AgentView => ({
  id: "lea",
  name: "Léa Martin",
  phone: "browser",
  outside_number: null,
  language: "fr",
  status: "online",
  status_cause: "chosen",
  away_reason: null,
  ring_outs_in_row: 0,
  condition: "available",
  off_duty: false,
  duty_changes_at: null,
  since: AT,
  wrap_up_until: null,
  correctable_callback_id: null,
  offer: null,
  conversation: null,
  ...told,
});

export const offer = (told: Partial<OfferView> = {}): OfferView => ({
  id: "offer1",
  agent_id: "lea",
  kind: "callback",
  item_id: "callback1",
  state: "ringing",
  customer: CUSTOMER,
  line: LINE,
  waiting_since: AT,
  attempt_number: 1,
  attempts_max: 3,
  made_at: AT,
  deadline: "2026-11-22T14:00:20Z",
  transferred_by: null,
  consulted_by: null,
  earlier: null,
  ...told,
});

export const callback = (told: Partial<CallbackView> = {}): CallbackView => ({
  id: "callback1",
  state: "queued",
  mode: "automated",
  line: LINE,
  customer: CUSTOMER,
  requested_at: AT,
  attempt_number: 1,
  attempts_max: 3,
  position: 1,
  queue_id: "queue1",
  held_by: [],
  agent_id: null,
  accepted_at: null,
  reached_at: null,
  closed_at: null,
  wait_seconds: null,
  outcome: null,
  to_call: false,
  to_call_since: null,
  claimed_by: null,
  calling_by: null,
  called_by: null,
  dismissed_by: null,
  own_call_id: null,
  inbound_call_ids: [],
  outbound_call_ids: [],
  ...told,
});

export const call = (told: Partial<CallView> = {}): CallView => ({
  id: "call1",
  direction: "inbound",
  stage: "waiting",
  customer: CUSTOMER,
  line: LINE,
  began_at: AT,
  agent_id: null,
  callback_id: null,
  linked_call_ids: [],
  prompt: null,
  ...told,
});

export const item = (told: Partial<QueueItemView> = {}): QueueItemView => ({
  id: "call1",
  kind: "call",
  state: "waiting",
  customer: CUSTOMER,
  line: LINE,
  since: AT,
  position: 1,
  attempt_number: 1,
  attempts_max: 1,
  held_by: [],
  rung_agent_ids: [],
  stands_for_callback_id: null,
  ...told,
});

export const queue = (told: Partial<QueueView> = {}): QueueView => ({
  id: "queue1",
  name: "Support",
  flow_id: "flow1",
  flow_version: 1,
  step_id: "step1",
  agents: { available: 0, ringing: 0, busy: 0, absent: 0 },
  items: told.items ?? [],
  total: told.items?.length ?? 0,
  estimated_wait_seconds: null,
  ...told,
});

export const snapshot = (told: Partial<Snapshot> = {}): Snapshot => ({
  type: "snapshot",
  sequence: 10,
  server_time: AT,
  agents: [],
  queues: [],
  callbacks: [],
  to_call: [],
  calls: [],
  alerts: [],
  callbacks_lock: null,
  callbacks_halted: false,
  booth: false,
  ...told,
});

/** Changes by the events with these numbers. */
export const changes = (sequences: readonly number[], told: Partial<Changes> = {}): Changes => ({
  type: "changes",
  sequence: sequences.at(-1) ?? 0,
  first_sequence: sequences.at(0) ?? 0,
  server_time: AT,
  events: sequences.map(
    (sequence): LiveEvent => ({ sequence, at: AT, input: "test", actor: "clock", name: "callbacks-resumed" }),
  ),
  agents: [],
  queues: [],
  callbacks: [],
  calls: [],
  alerts: [],
  callbacks_lock: null,
  callbacks_halted: false,
  gone: { queue_ids: [], call_ids: [] },
  ...told,
});
