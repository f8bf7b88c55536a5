// The list to call back by hand: who asked or could not be reached, why, and who is on it.

import { ask } from "./link.js";
import { chip, element, fill, showProblem, timer } from "./elements.js";
import { phoneNumber, words } from "./words.js";

const ITEMS_SHOWN = 12;

export class HandList {
  #callbacks = new Map();
  #agent;
  #agentNames;
  #pending = new Set();
  #confirming = null;
  #drawn = "";

  constructor({ agent, agentNames }) {
    this.#agent = agent;
    this.#agentNames = agentNames;
    this.panel = document.getElementById("by-hand");
    this.place = document.getElementById("by-hand-items");
    this.problem = document.getElementById("by-hand-problem");
    this.figures = document.getElementById("by-hand-figures");
  }

  get count() {
    return this.#callbacks.size;
  }

  // Tells whether somebody with this number waits for an agent's call.
  awaits(number) {
    return [...this.#callbacks.values()].some(({ customer, outcome }) => !outcome && customer.number === number);
  }

  reset(callbacks) {
    this.#callbacks = new Map(callbacks.map((callback) => [callback.id, callback]));
    this.draw();
  }

  changed(callbacks) {
    for (const callback of callbacks) {
      if (callback.to_call) this.#callbacks.set(callback.id, callback);
      else this.#callbacks.delete(callback.id);
    }
    this.draw();
  }

  // ---- drawing

  draw() {
    const me = this.#agent();
    const signature = JSON.stringify([
      [...this.#callbacks.values()], [...this.#pending], this.#confirming, me?.id, me?.condition, document.documentElement.lang,
    ]);
    if (signature === this.#drawn) return;
    this.#drawn = signature;
    const sorted = [...this.#callbacks.values()].sort((one, other) =>
      Date.parse(one.to_call_since) - Date.parse(other.to_call_since));
    const shown = sorted.slice(0, ITEMS_SHOWN);
    const more = sorted.length - shown.length;
    const hadFocus = this.panel.contains(document.activeElement);
    if (!sorted.length) showProblem(this.problem, null);
    this.panel.hidden = !sorted.length;
    this.figures.textContent = String(sorted.length);
    const rows = shown.map((callback) => this.#item(callback));
    if (more > 0) rows.push(element("li", { className: "hint" }, words("queue_more", { n: more })));
    fill(this.place, ...rows);
    if (hadFocus && !this.panel.contains(document.activeElement)) this.#keepFocus();
  }

  // The focus goes on with the row, then with the list, and at last with the agent's card.
  #keepFocus() {
    const next = this.place.querySelector("button:enabled") ?? document.getElementById("card");
    next.focus();
  }

  #item(callback) {
    const { customer, line } = callback;
    const name = customer.withheld ? words("card_withheld") : customer.name ?? (phoneNumber(customer.number) || words("card_unknown"));
    const about = [customer.name && phoneNumber(customer.number), line.name, this.#why(callback)].filter(Boolean);
    return element("li", { data: { id: callback.id } },
      element("span", { className: "who" }, name, element("span", { className: "about" }, about.join(" · "))),
      element("span", { className: "right" }, this.#whose(callback),
        element("span", { className: "since" }, timer(callback.to_call_since, { key: "by_hand_since" }))),
      this.#actions(callback, name));
  }

  #why({ outcome }) {
    if (!outcome) return words("by_hand_manual");
    return [words(`outcome_${outcome.kind}`), outcome.reason && words(`reason_${outcome.reason}`)].filter(Boolean).join(": ");
  }

  #whose({ calling_by, claimed_by }) {
    const id = calling_by ?? claimed_by;
    if (!id) return null;
    const mine = id === this.#agent()?.id;
    if (calling_by) return chip(mine ? words("by_hand_calling_me") : words("by_hand_calling", { agent: this.#name(id) }), "talking");
    return chip(mine ? words("by_hand_claimed_me") : words("by_hand_claimed", { agent: this.#name(id) }), "callback");
  }

  #name(id) {
    return this.#agentNames([id])[0];
  }

  #actions(callback, name) {
    const me = this.#agent();
    const taken = callback.claimed_by && callback.claimed_by !== me?.id;
    if (!me || callback.calling_by) return null;
    if (this.#confirming === callback.id) return this.#confirmation(callback, name, taken);
    if (taken) {
      return element("span", { className: "row-actions" },
        this.#button(callback, "release", "secondary", name, { onclick: () => this.#confirm(callback.id) }));
    }
    const callable = Boolean(callback.customer.number) && me.condition === "available";
    const claimed = callback.claimed_by === me.id;
    return element("span", { className: "row-actions" },
      this.#button(callback, "call", "primary", name, { disabled: !callable }),
      this.#button(callback, claimed ? "release" : "claim", "secondary", name),
      this.#button(callback, "dismiss", "secondary", name, { onclick: () => this.#confirm(callback.id) }));
  }

  // Asks before a claim of a colleague is released, or a callback taken off the list.
  #confirmation(callback, name, taken) {
    const agent = taken && this.#name(callback.claimed_by);
    const sure = taken ? words("by_hand_sure_release", { agent }) : words(callback.outcome ? "by_hand_sure" : "by_hand_sure_manual");
    const [action, before] = taken ? ["released", "release"] : ["dismissed", "dismiss"];
    return element("span", { className: "row-actions", role: "group", "aria-label": sure },
      element("span", { className: "sure" }, sure),
      this.#button(callback, action, "danger", name, { onclick: () => this.#confirmed(callback, before) }),
      this.#button(callback, "keep", "secondary", name, { onclick: () => this.#confirm(null, callback.id, before) }));
  }

  #button(callback, action, style, name, more = {}) {
    const label = words(`by_hand_${action}`);
    return element("button", {
      type: "button", id: `${action}-${callback.id}`, className: `${style} small`,
      "aria-label": `${label}, ${name}`,
      onclick: () => this.#ask(callback.id, action, { agent_id: this.#agent().id }),
      ...more,
      "aria-disabled": String(this.#pending.has(callback.id)),
    }, label);
  }

  // ---- what the agent does

  #confirm(id, before = id, action = "dismiss") {
    this.#confirming = id;
    this.draw();
    document.getElementById(`${id ? "keep" : action}-${before}`)?.focus();
  }

  async #confirmed({ id, claimed_by }, action) {
    await this.#ask(id, action, { agent_id: this.#agent().id, ...(action === "release" && { claimed_by }) });
    this.#confirming = null;
    this.draw();
  }

  async #ask(id, action, body) {
    if (this.#pending.has(id)) return;
    this.#pending.add(id);
    this.draw();
    try {
      await ask("POST", `/callbacks/${id}/${action}`, body);
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
    this.#pending.delete(id);
    this.draw();
  }
}
