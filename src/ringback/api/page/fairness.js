// The fairness account of a finished callback: who was served before it, and by which rule.

import { ask } from "./link.js";
import { customerName, element, fill } from "./elements.js";
import { clockTime, knows, words } from "./words.js";

const SHOWN = 50;

// Keeps the account open while the story around it is drawn anew.
export class Fairness {
  #open = null;
  #account = null;

  draw(callback) {
    if (!callback.outcome) return null;
    const place = element("div", { className: "fairness-account" });
    const details = element("details", { className: "fairness", open: this.#open === callback.id },
      element("summary", {}, words("fair_open")), place);
    details.addEventListener("toggle", () => this.#toggled(details, place, callback.id));
    if (this.#account?.callback_id === callback.id) this.#show(place);
    return details;
  }

  async #toggled(details, place, id) {
    if (!details.open) {
      if (this.#open === id) this.#open = null;
      return;
    }
    this.#open = id;
    if (this.#account?.callback_id === id) return;
    this.#account = await ask("GET", `/callbacks/${id}/fairness`).catch(() => null);
    if (this.#account) this.#show(place);
  }

  #show(place) {
    const { joined_at, served_before, served_before_total, overtaken_by_total } = this.#account;
    if (!served_before_total) {
      fill(place, element("p", { className: "about" }, words(joined_at ? "fair_none" : "fair_never")));
      return;
    }
    fill(place,
      element("p", { className: "about" }, words("fair_summary", { n: served_before_total, later: overtaken_by_total })),
      element("ol", { className: "pairs" }, ...served_before.slice(-SHOWN).map(row)));
  }
}

function row({ kind, customer, served_at, agent_id, agent_name, overtook }) {
  const why = overtook === null ? words("fair_earlier") : knows(`fair_${overtook}`) ? words(`fair_${overtook}`) : words(`hold_${overtook}`);
  const served = words("fair_served", { time: clockTime(served_at, { seconds: true }), agent: agent_name ?? agent_id });
  return element("li", { data: { overtook: overtook ?? "" } },
    element("span", {}, `${kind === "callback" ? "↩" : "☎"} ${customerName(customer)}`, element("span", { className: "about" }, ` ${served}`)),
    element("span", { className: "why" }, why));
}
