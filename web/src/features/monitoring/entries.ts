// One list of all calls and callbacks: first those who wait, in their true order, then those who
// have not joined a queue yet, then those who are served.

import type { CallView, CallbackView, CustomerView, LineReference, QueueItemView, QueueView } from "@/api/views";

export type EntryStatus = "in-ivr" | "in-queue" | "ringing" | "in-call" | "callback-pending";

/** What more is known than the status, in the API's own codes. */
export type Detail =
  | { of: "call"; code: CallView["stage"] }
  | { of: "callback"; code: CallbackView["state"] }
  | { of: "waiting"; code: QueueItemView["state"] }
  | { of: "hold"; code: QueueItemView["held_by"][number] }
  | null;

export interface Entry {
  id: string;
  kind: QueueItemView["kind"];
  status: EntryStatus;
  detail: Detail;
  customer: CustomerView;
  line: LineReference | null;
  queueId: string | null;
  place: { queueName: string; position: number } | null;
  attempt: { number: number; max: number } | null;
  since: string;
  agentIds: readonly string[];
  callbackId: string | null;
  /** Whether it stands in a queue as a callback: it can be explained and moved. */
  queued: boolean;
}

interface Shown {
  queues: ReadonlyMap<string, QueueView>;
  calls: ReadonlyMap<string, CallView>;
  callbacks: ReadonlyMap<string, CallbackView>;
}

export function entriesOf({ queues, calls, callbacks }: Shown): Entry[] {
  const waiting = merged([...queues.values()].map((queue) => queue.items.map((item) => ofItem(item, queue))));
  const known = new Set(waiting.map((entry) => entry.id));
  const alive = [...calls.values()].filter((call) => !known.has(call.id) && !standsBehind(call, callbacks));
  const dialled = new Set(alive.filter((call) => call.direction === "outbound").map((call) => call.callback_id));
  const pending = [...callbacks.values()].filter((callback) => !known.has(callback.id) && !dialled.has(callback.id));
  const rest = [...alive.map(ofCall), ...pending.map(ofCallback)].sort(
    (one, other) => rank(one) - rank(other) || earlier(one, other),
  );
  return [...waiting, ...rest];
}

const RANKS: Record<EntryStatus, number> = { "in-queue": 0, "callback-pending": 1, "in-ivr": 2, ringing: 3, "in-call": 4 };

/** Of a queue only the front is told; those behind it come next, calls and callbacks together. */
const rank = ({ queueId, status }: Entry) => (queueId === null ? RANKS[status] : 0);

const earlier = (one: Entry, other: Entry) =>
  Date.parse(one.since) - Date.parse(other.since) || one.id.localeCompare(other.id);

/** Merge queues by who has waited longest at their heads; nobody overtakes within a queue. */
function merged(queues: readonly (readonly Entry[])[]): Entry[] {
  const rests = queues.map((entries) => [...entries]);
  const order: Entry[] = [];
  for (;;) {
    const heads = rests.flatMap((rest) => rest.slice(0, 1)).sort(earlier);
    const [next] = heads;
    if (next === undefined) return order;
    order.push(next);
    rests.find((rest) => rest[0] === next)?.shift();
  }
}

/** Tell whether a call is only the beginning of a callback that is shown itself. */
const standsBehind = ({ direction, stage, callback_id }: CallView, callbacks: Shown["callbacks"]) =>
  direction === "inbound" &&
  (stage === "callback-pending" || stage === "confirming" || stage === "at-end") &&
  callback_id !== null &&
  callbacks.has(callback_id);

function ofItem(item: QueueItemView, queue: QueueView): Entry {
  const isCallback = item.kind === "callback";
  return {
    id: item.id,
    kind: item.kind,
    status: item.state === "ringing" ? "ringing" : isCallback ? "callback-pending" : "in-queue",
    detail: itemDetail(item),
    customer: item.customer,
    line: item.line,
    queueId: queue.id,
    place: { queueName: queue.name, position: item.position },
    attempt: isCallback ? { number: item.attempt_number, max: item.attempts_max } : null,
    since: item.since,
    agentIds: item.rung_agent_ids,
    callbackId: isCallback ? item.id : item.stands_for_callback_id,
    queued: isCallback,
  };
}

function itemDetail({ state, held_by: [cause] }: QueueItemView): Detail {
  if (cause !== undefined) return { of: "hold", code: cause };
  return state === "settling" || state === "held" ? { of: "waiting", code: state } : null;
}

const STAGES: Record<CallView["stage"], EntryStatus> = {
  "in-audio": "in-ivr",
  "in-menu": "in-ivr",
  confirming: "in-ivr",
  "at-end": "in-ivr",
  waiting: "in-queue",
  "connecting-agent": "ringing",
  calling: "ringing",
  "customer-ringing": "ringing",
  talking: "in-call",
  "on-hold": "in-call",
  consulting: "in-call",
  redirected: "in-call",
  "callback-pending": "callback-pending",
};

const PLAIN: ReadonlySet<CallView["stage"]> = new Set(["waiting", "talking", "callback-pending"]);

function ofCall(call: CallView): Entry {
  return {
    id: call.id,
    kind: call.direction === "outbound" ? "callback" : "call",
    status: STAGES[call.stage],
    detail: PLAIN.has(call.stage) ? null : { of: "call", code: call.stage },
    customer: call.customer,
    line: call.line ?? null,
    queueId: null,
    place: null,
    attempt: null,
    since: call.began_at,
    agentIds: call.agent_id === null ? [] : [call.agent_id],
    callbackId: call.callback_id,
    queued: false,
  };
}

const UNDER_WAY: ReadonlySet<CallbackView["state"]> = new Set(["ringing", "connecting-agent", "calling-customer"]);

function ofCallback(callback: CallbackView): Entry {
  return {
    id: callback.id,
    kind: "callback",
    status: UNDER_WAY.has(callback.state) ? "ringing" : "callback-pending",
    detail: { of: "callback", code: callback.state },
    customer: callback.customer,
    line: callback.line,
    queueId: callback.queue_id,
    place: null,
    attempt: { number: callback.attempt_number, max: callback.attempts_max },
    since: callback.requested_at,
    agentIds: callback.agent_id === null ? [] : [callback.agent_id],
    callbackId: callback.id,
    queued: false,
  };
}
