// Live monitoring: every call that is alive, and the inbound ones whose callback is pending.

import { chip, customerName, element, fill, timer } from "./elements.js";
import { words } from "./words.js";

const SHOWN = 12;
const TONES = { talking: "talking", "on-hold": "ringing", consulting: "ringing", "callback-pending": "callback", calling: "ringing", "customer-ringing": "ringing", "connecting-agent": "ringing" };

export class Monitoring {
  #calls = new Map();
  #agentNames;
  #choose;
  #drawn = "";

  constructor({ agentNames, choose }) {
    this.#agentNames = agentNames;
    this.#choose = choose;
    this.panel = document.getElementById("monitoring");
    this.place = document.getElementById("monitoring-calls");
    this.figures = document.getElementById("monitoring-figures");
  }

  reset(calls) {
    this.#calls = new Map(calls.map((call) => [call.id, call]));
    this.draw();
  }

  changed(calls, gone) {
    for (const call of calls) this.#calls.set(call.id, call);
    for (const id of gone) this.#calls.delete(id);
    this.draw();
  }

  draw() {
    const signature = JSON.stringify([[...this.#calls.values()], document.documentElement.lang]);
    if (signature === this.#drawn) return;
    this.#drawn = signature;
    const calls = [...this.#calls.values()].sort((one, other) => Date.parse(one.began_at) - Date.parse(other.began_at));
    this.panel.hidden = !calls.length;
    this.figures.textContent = String(calls.length);
    const rows = calls.slice(0, SHOWN).map((call) => this.#row(call));
    if (calls.length > SHOWN) rows.push(element("li", { className: "hint" }, words("queue_more", { n: calls.length - SHOWN })));
    fill(this.place, ...rows);
  }

  #row(call) {
    const name = customerName(call.customer);
    const agent = call.agent_id && this.#agentNames([call.agent_id])[0];
    const about = [words(`monitoring_${call.direction}`), call.line?.name, agent].filter(Boolean).join(" · ");
    return element("li", { data: { stage: call.stage } },
      element("span", { className: "position", "aria-hidden": "true" }, call.direction === "inbound" ? "↙" : "↗"),
      element("span", { className: "who" }, name, element("span", { className: "about" }, about), this.#link(call, name)),
      element("span", { className: "right" }, chip(words(`call_${call.stage}`), TONES[call.stage] ?? "waiting"),
        element("span", { className: "since" }, timer(call.began_at))));
  }

  // Both calls of a callback lead to its one story, which tells them together.
  #link({ id, callback_id }, name) {
    if (!callback_id) return null;
    const label = words("monitoring_link");
    return element("button", { type: "button", id: `story-${id}`, className: "quiet link-button", "aria-label": `${label}, ${name}`, onclick: () => this.#choose(callback_id) }, label);
  }
}
