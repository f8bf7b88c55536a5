// What somebody should look at: one banner for each alert, until somebody dismisses it for all.

import { ask } from "./link.js";
import { element, fill, showProblem } from "./elements.js";
import { clockDay, words } from "./words.js";

export class Alerts {
  #alerts = [];
  #told = null;

  constructor({ now, announce }) {
    this.now = now;
    this.announce = announce;
    this.place = document.getElementById("alerts");
    this.items = document.getElementById("alerts-items");
    this.problem = document.getElementById("alerts-problem");
  }

  changed(alerts) {
    this.#alerts = alerts;
    const before = this.#told ?? new Set(alerts.map(({ id }) => id));
    for (const alert of alerts) if (!before.has(alert.id)) this.announce(this.#sentence(alert));
    this.#told = new Set(alerts.map(({ id }) => id));
    this.draw();
  }

  draw() {
    this.place.hidden = !this.#alerts.length;
    fill(this.items, ...this.#alerts.map((alert) => this.#item(alert)));
  }

  #item(alert) {
    return element("li", {},
      element("span", {}, element("strong", {}, this.#sentence(alert)), " ", element("span", { className: "about" }, words(`alert_${alert.kind}_advice`))),
      element("button", {
        type: "button", className: "quiet icon-button", id: `dismiss-${alert.id}`,
        "aria-label": words("alert_dismiss_this", { what: this.#sentence(alert) }),
        onclick: () => this.#dismiss(alert),
      }, words("alert_dismiss")));
  }

  #sentence({ kind, line, failures, raised_at }) {
    return words(`alert_${kind}`, { line: line.name, n: failures, time: clockDay(raised_at, this.now()) });
  }

  async #dismiss(alert) {
    try {
      this.changed(await ask("POST", `/alerts/${alert.id}/dismiss`));
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
  }
}
