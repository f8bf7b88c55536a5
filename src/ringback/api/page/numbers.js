// The company's numbers: how their callers may be called back, and what is still pending.

import { ask } from "./link.js";
import { element, fill, showProblem } from "./elements.js";
import { phoneNumber, words } from "./words.js";

const MODES = ["automated", "manual", "off"];
const TOUCHING = /^(callback-|line-|hand-call-|dial-|customer-reached|follow-up-)/;
const REST_MS = 500;

export class Numbers {
  #lines = [];
  #confirming = null;
  #resting = 0;

  constructor() {
    this.panel = document.getElementById("numbers");
    this.place = document.getElementById("numbers-items");
    this.problem = document.getElementById("numbers-problem");
  }

  async reset() {
    this.#lines = await ask("GET", "/lines").catch(() => this.#lines);
    this.draw();
  }

  // Looks again, not more often than people read, once something about callbacks or numbers changed.
  changed(events) {
    if (this.#resting || !events.some(({ name }) => TOUCHING.test(name))) return;
    this.#resting = setTimeout(() => {
      this.#resting = 0;
      this.reset();
    }, REST_MS);
  }

  draw() {
    this.panel.hidden = !this.#lines.length;
    fill(this.place, ...this.#lines.map((line) => this.#item(line)));
  }

  #item(line) {
    const { id, number, settings, pending_callbacks: pending } = line;
    return element("li", {},
      element("span", { className: "who" }, settings.name, element("span", { className: "about" }, phoneNumber(number))),
      element("label", { className: "inline" },
        element("span", { className: "visually-hidden" }, words("numbers_mode", { line: settings.name })),
        this.#modes(line)),
      element("span", { className: "row-actions" },
        element("span", { className: "sure" }, words(pending === 1 ? "numbers_pending_one" : "numbers_pending", { n: pending })),
        ...(settings.callbacks.mode === "off" && pending ? this.#offer(id, pending) : [])));
  }

  #modes({ id, settings }) {
    const choose = (event) => this.#save(id, settings, event.target.value);
    return element("select", { id: `mode-${id}`, onchange: choose }, ...MODES.map((mode) =>
      element("option", { value: mode, selected: mode === settings.callbacks.mode }, words(`mode_${mode}`))));
  }

  // Whoever takes callbacks away from a number is offered to cancel what is pending.
  #offer(id, pending) {
    const button = (action, style, label, onclick) =>
      element("button", { type: "button", id: `${action}-${id}`, className: `${style} small`, onclick }, label);
    if (this.#confirming !== id) {
      return [button("cancel-pending", "secondary", words("numbers_cancel"), () => this.#confirm(id, "keep-pending"))];
    }
    const sure = words(pending === 1 ? "numbers_sure_one" : "numbers_sure", { n: pending });
    return [
      button("cancelled-pending", "danger", sure, () => this.#cancel(id, pending)),
      button("keep-pending", "secondary", words("numbers_keep"), () => this.#confirm(null, "cancel-pending", id)),
    ];
  }

  #confirm(id, focused, line = id) {
    this.#confirming = id;
    this.draw();
    document.getElementById(`${focused}-${line}`)?.focus();
  }

  // ---- what people do

  #save(id, settings, mode) {
    return this.#ask("PUT", `/lines/${id}/settings`, { ...settings, callbacks: { ...settings.callbacks, mode } });
  }

  async #cancel(id, count) {
    await this.#ask("POST", `/lines/${id}/cancel-callbacks`, { count });
    this.#confirming = null;
    this.draw();
    document.getElementById(`mode-${id}`)?.focus();
  }

  async #ask(method, path, body) {
    try {
      await ask(method, path, body);
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
    await this.reset();
  }
}
