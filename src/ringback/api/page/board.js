// The queue in true order, and the story of one callback in plain words.

import { ask } from "./link.js";
import { Fairness } from "./fairness.js";
import { chip, customerName, element, fill, timer } from "./elements.js";
import { clockTime, duration, knows, listed, words } from "./words.js";

const WAITING_TONES = { waiting: "waiting", ringing: "ringing", settling: "callback", held: "late" };
const OUTCOME_TONES = { completed: "talking", not_reached: "late", failed: "failed", cancelled: "waiting" };
const EVENT_TONES = {
  "callback-requested": "callback", "offers-made": "ringing", "offer-accepted": "talking",
  "customer-rang": "ringing", "customer-reached": "talking", "dial-failed": "failed",
  "attempt-failed": "failed", "callback-closed": "callback", "offer-declined": "failed",
};
const SILENT_EVENTS = new Set(["prompt-ended", "farewell-said", "busy-wait-paused", "end-reached", "message-passed-over", "recording-started", "call-restored"]);
const ITEMS_SHOWN = 12;
const CHOICES_SHOWN = 30;

export class QueueBoard {
  #queues = new Map();
  #agentNames;
  #look;

  constructor(agentNames, { look }) {
    this.#agentNames = agentNames;
    this.#look = look;
    this.place = document.getElementById("queues");
    this.figures = document.getElementById("queue-figures");
  }

  reset(queues) {
    this.#queues = new Map(queues.map((queue) => [queue.id, queue]));
    this.draw();
  }

  changed(queues, gone) {
    for (const queue of queues) this.#queues.set(queue.id, queue);
    for (const id of gone) this.#queues.delete(id);
    this.draw();
  }

  // Tells whether somebody with this number waits to be called back.
  awaits(number) {
    return [...this.#queues.values()].some((queue) =>
      queue.items.some((item) => item.kind === "callback" && item.customer.number === number));
  }

  counts() {
    const items = [...this.#queues.values()].flatMap((queue) => queue.items);
    const callbacks = items.filter((item) => item.kind === "callback").length;
    return { calls: items.length - callbacks, callbacks };
  }

  draw() {
    const filled = [...this.#queues.values()].filter((queue) => queue.total > 0);
    this.figures.textContent = filled.length ? words("queue_figures", this.counts()) : "";
    if (!filled.length) {
      fill(this.place, element("p", { className: "empty" }, words("queue_none")));
      return;
    }
    fill(this.place, ...filled.map((queue) => this.#queue(queue)));
  }

  #queue(queue) {
    const shown = queue.items.slice(0, ITEMS_SHOWN);
    const more = queue.total - shown.length;
    return element("div", { className: "queue" },
      element("div", { className: "queue-name" }, element("h3", {}, queue.name), element("span", {}, [words("queue_agents", queue.agents), estimate(queue)].filter(Boolean).join(" · "))),
      element("ol", { className: "items" }, ...shown.map((item) => this.#item(item))),
      more > 0 ? element("p", { className: "hint" }, words("queue_more", { n: more })) : null);
  }

  #item(item) {
    const { customer } = item;
    const name = customerName(customer);
    const about = [words(`kind_${item.kind}`), item.line.name];
    if (item.kind === "callback" && item.attempts_max > 1) {
      about.push(words("card_attempt", { n: item.attempt_number, max: item.attempts_max }));
    }
    if (item.stands_for_callback_id) about.push(words("queue_stands_for"));
    if (item.held_by.length) about.push(words(`hold_${item.held_by[0]}`));
    if (item.rung_agent_ids.length) about.push(listed(this.#agentNames(item.rung_agent_ids)));
    const tone = item.kind === "callback" && item.state === "waiting" ? "callback" : WAITING_TONES[item.state];
    return element("li", {},
      element("span", { className: "position" }, String(item.position)),
      element("span", { className: "who" }, `${item.kind === "callback" ? "↩" : "☎"} ${name}`, element("span", { className: "about" }, about.join(" · "))),
      element("span", { className: "right" }, chip(words(`waiting_${item.state}`), tone), element("span", { className: "since" }, timer(item.since))),
      item.kind === "callback" ? this.#button(item, name) : null);
  }

  #button(item, name) {
    const label = words("why_open");
    return element("span", { className: "row-actions indented" },
      element("button", { type: "button", id: `why-${item.id}`, className: "secondary small", "aria-label": `${label} ${name}`, onclick: () => this.#look(item) }, label));
  }
}

export class Timeline {
  #callbacks = new Map();
  #chosen = null;
  #followsNewest = true;
  #detail = null;
  #asking = 0;
  #fairness = new Fairness();

  constructor(agentNames, agentId) {
    this.agentId = agentId;
    this.agentNames = agentNames;
    this.place = document.getElementById("timeline");
    this.which = document.getElementById("timeline-which");
    this.which.addEventListener("change", () => {
      this.#followsNewest = false;
      this.#choose(this.which.value);
    });
  }

  async reset() {
    const agent = this.agentId();
    const seen = agent ? `&agent_id=${encodeURIComponent(agent)}` : "";
    const { callbacks } = await ask("GET", `/callbacks?limit=${CHOICES_SHOWN}${seen}`);
    this.#callbacks = new Map(callbacks.reverse().map((callback) => [callback.id, callback]));
    this.#choose(this.#callbacks.has(this.#chosen) ? this.#chosen : this.#newest());
  }

  // Tells the story of this callback, wherever one came from.
  show(id) {
    this.#followsNewest = false;
    this.#choose(id);
    this.place.scrollIntoView({ block: "nearest" });
  }

  changed(callbacks, events) {
    for (const callback of callbacks) {
      const isNew = !this.#callbacks.has(callback.id);
      this.#callbacks.set(callback.id, callback);
      if (isNew && this.#followsNewest) this.#chosen = callback.id;
    }
    const chosen = this.#callbacks.get(this.#chosen);
    if (!chosen) return;
    const calls = new Set([...chosen.inbound_call_ids, ...chosen.outbound_call_ids]);
    const concerns = (event) => [event.callback_id, event.item_id].includes(chosen.id) || calls.has(event.call_id);
    if (callbacks.length || events.some(concerns)) this.#load();
  }

  #newest() {
    return [...this.#callbacks.keys()].at(-1) ?? null;
  }

  #choose(id) {
    this.#chosen = id;
    if (id) this.#load();
    else this.draw();
  }

  async #load() {
    const asking = ++this.#asking;
    const detail = await ask("GET", `/callbacks/${this.#chosen}`).catch(() => null);
    if (asking !== this.#asking || !detail) return;
    this.#detail = detail;
    this.draw();
  }

  draw() {
    const choices = [...this.#callbacks.values()].slice(-CHOICES_SHOWN).reverse();
    this.which.hidden = !choices.length;
    fill(this.which, ...choices.map((callback) =>
      element("option", { value: callback.id, selected: callback.id === this.#chosen },
        words("timeline_option", { who: callback.customer.name ?? callback.customer.number ?? words("card_withheld"), time: clockTime(callback.requested_at) }))));
    if (!this.#detail) {
      fill(this.place, element("p", { className: "empty" }, words("timeline_none")));
      return;
    }
    const { callback, events } = this.#detail;
    const old = this.place.querySelector(".events");
    const atEnd = !old || old.scrollTop + old.clientHeight >= old.scrollHeight - 8;
    const top = old?.scrollTop ?? 0;
    const told = events.filter((event) => !SILENT_EVENTS.has(event.name) && event.prompt !== null);
    const list = element("ol", { className: "events", tabIndex: 0, "aria-label": words("timeline_title") }, ...told.map((event) => this.#event(event, callback)));
    fill(this.place, ...[this.#outcome(callback), this.#fairness.draw(callback), list].filter(Boolean));
    list.scrollTop = atEnd ? list.scrollHeight : top;
  }

  #outcome(callback) {
    const { outcome, state } = callback;
    const text = outcome ? words(`outcome_${outcome.kind}`) : words(`state_${state}`);
    const tone = outcome ? OUTCOME_TONES[outcome.kind] : state === "ringing" || state === "calling-customer" ? "ringing" : "callback";
    const about = [
      outcome?.reason ? words(`reason_${outcome.reason}`) : null,
      callback.own_call_id && outcome?.reason !== "superseded" ? words("outcome_own_call") : null,
      callback.position ? words("outcome_place", { n: callback.position }) : null,
      callback.called_by ? words("outcome_called_by", { agent: this.agentNames([callback.called_by])[0] }) : null,
      callback.wait_seconds !== null ? words("outcome_waited", { time: duration(callback.wait_seconds * 1000) }) : null,
    ].filter(Boolean).join(" · ");
    return element("div", { className: "outcome" }, chip(text, tone), element("span", { className: "figures" }, about));
  }

  #event(event, callback) {
    const instant = clockTime(event.at, { seconds: true });
    return element("li", { data: { tone: EVENT_TONES[event.name] ?? "" } },
      element("time", { dateTime: event.at, title: event.at }, instant),
      element("span", {}, this.#sentence(event, callback)));
  }

  #sentence(event, callback) {
    const reasonOf = (outcome) => [words(`outcome_${outcome.kind}`).toLocaleLowerCase(), outcome.reason && words(`reason_${outcome.reason}`)].filter(Boolean).join(", ");
    const values = {
      agent: event.agent_id ? this.agentNames([event.agent_id])[0] : words("operator"),
      agents: listed(this.agentNames(event.agent_ids ?? event.offers?.map((offer) => offer.agent_id) ?? [])),
      colleague: event.colleague_id && this.agentNames([event.colleague_id])[0],
      owner: event.claimed_by && this.agentNames([event.claimed_by])[0],
      n: event.attempt_number,
      outcome: event.outcome && reasonOf(event.outcome),
      reason: event.reason && words(`reason_${event.reason}`),
      cause: causeWords(event),
      digit: event.digit,
      tag: event.tag_id,
      branch: event.branch && words(`branch_${event.branch}`),
    };
    return words(eventKey(event, callback), values);
  }
}

function estimate({ estimated_wait_seconds }) {
  return estimated_wait_seconds === null ? null : words("queue_estimate", { time: duration(estimated_wait_seconds * 1000) });
}

function eventKey(event, callback) {
  if (event.name === "call-ended") {
    return callback.inbound_call_ids.includes(event.call_id) ? "event_call-ended-in" : "event_call-ended-out";
  }
  if (event.name === "menu-left" && event.digit === null) return "event_menu-left-none";
  if (event.name === "callback-unclaimed" && event.claimed_by) return "event_callback-unclaimed-other";
  if (event.name === "follow-up-answered" && !event.agent_id) return "event_follow-up-answered-outside";
  if (event.name === "follow-up-called" && !event.reached) return "event_follow-up-called-not";
  if (event.name === "callback-requested" && event.keeps_place) return "event_callback-requested-kept";
  return `event_${event.name}`;
}

function causeWords(event) {
  if (event.name === "dial-failed" && !event.cause) return words("reason_outcome_unknown");
  if (!event.cause) return "";
  const key = ["giveup", "hold", "cause"].map((kind) => `${kind}_${event.cause}`).find(knows);
  return key ? words(key) : event.cause;
}
