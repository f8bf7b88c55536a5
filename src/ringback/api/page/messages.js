// Messages of the company's own: listened to, renamed, removed, and chosen for what callers hear after *.

import { ask, fetchSound } from "./link.js";
import { element, fill, showProblem } from "./elements.js";
import { MessageMaking } from "./message_making.js";
import { duration, words } from "./words.js";

const TOUCHING = /^(message-(?!passed)|line-|flow-published|callback-(requested|closed)|call-ended)/;
const REST_MS = 500;

export class MessagePanel {
  #messages = [];
  #lines = [];
  #flows = [];
  #players = new Map();
  #asking = null;
  #resting = 0;

  constructor() {
    this.panel = document.getElementById("messages");
    this.place = document.getElementById("messages-items");
    this.none = document.getElementById("messages-none");
    this.confirmations = document.getElementById("confirmations-items");
    this.problem = document.getElementById("messages-problem");
    this.making = new MessageMaking(() => this.reset());
  }

  async reset() {
    [this.#messages, this.#lines, this.#flows] = await Promise.all(
      [ask("GET", "/messages"), ask("GET", "/lines"), ask("GET", "/flows"), this.making.reset()]);
    this.draw();
  }

  changed(events) {
    if (this.#resting || !events.some(({ name }) => TOUCHING.test(name))) return;
    this.#resting = setTimeout(() => {
      this.#resting = 0;
      this.reset().catch(() => {});
    }, REST_MS);
  }

  // ---- drawing

  draw() {
    this.panel.hidden = !this.#lines.length;
    if (this.panel.hidden) return;
    this.making.draw();
    const own = this.#own();
    this.none.hidden = own.length > 0;
    fill(this.place, ...own.map((message) => this.#row(message)));
    fill(this.confirmations, ...this.#lines.map((line) => this.#confirmation(line)));
  }

  #own() {
    return this.#messages.filter(({ name }) => name !== null);
  }

  #row(message) {
    const about = [words(`message_kind_${message.kind}`), message.text, this.#uses(message)].filter(Boolean).join(" · ");
    const row = element("li", { data: { prompt: message.prompt } },
      element("span", { className: "who" }, message.name, element("span", { className: "about" }, about)),
      element("span", { className: "right since" }, duration(1_000 * message.seconds)));
    const asked = this.#asking?.prompt === message.prompt ? this.#asking.what : null;
    row.append({ rename: () => this.#renaming(message), remove: () => this.#removing(message) }[asked]?.() ?? this.#actions(message));
    return row;
  }

  // Says what would miss it, by the names people know.
  #uses({ used_by: uses }) {
    if (!uses.length) return words("message_unused");
    return words("message_used", { by: uses.map(({ kind, id, count }) => words(`message_use_${kind}`, { name: this.#nameOf(kind, id), n: count })).join(", ") });
  }

  #nameOf(kind, id) {
    const among = kind === "flow" ? this.#flows : this.#lines;
    return among.find((each) => each.id === id)?.settings.name ?? id;
  }

  #actions(message) {
    return element("span", { className: "row-actions" },
      this.#players.get(message.prompt) ?? this.#button(message, "play", "secondary", () => this.#play(message)),
      this.#button(message, "rename", "secondary", () => this.#ask(message, "rename")),
      this.#button(message, "remove", "secondary", () => this.#ask(message, "remove")));
  }

  #renaming(message) {
    const input = element("input", { id: `message-renamed-${key(message)}`, value: message.name, maxLength: 100, required: true, "aria-label": words("message_new_name", { name: message.name }) });
    const submit = (event) => {
      event.preventDefault();
      this.#do(message, () => ask("PATCH", `/messages/${message.prompt}`, { name: input.value }));
    };
    return element("form", { className: "row-actions", onsubmit: submit }, input,
      element("button", { id: `message-save-${key(message)}`, className: "primary small" }, words("message_rename_save")),
      this.#button(message, "keep", "secondary", () => this.#ask(message, null)));
  }

  #removing(message) {
    return element("span", { className: "row-actions", role: "group", "aria-label": words("message_sure") },
      element("span", { className: "sure" }, words("message_sure")),
      this.#button(message, "removed", "danger", () => this.#do(message, () => ask("DELETE", `/messages/${message.prompt}`))),
      this.#button(message, "keep", "secondary", () => this.#ask(message, null)));
  }

  #button(message, action, style, onclick) {
    const label = words(`message_${action}`);
    return element("button", {
      type: "button", id: `message-${action}-${key(message)}`, className: `${style} small`, "aria-label": `${label}, ${message.name}`, onclick,
    }, label);
  }

  // What callers of a number hear once they have asked: a ready message, or one of the company's own.
  #confirmation({ id, settings, locked }) {
    const chosen = settings.callbacks.confirmation_prompt;
    const ready = this.#messages.filter(({ prompt }) => prompt.endsWith("/confirmation"));
    const others = this.#messages.filter(({ prompt, kind }) => prompt === chosen && kind === "spoken");
    const choices = [...ready, ...others, ...this.#own()];
    if (!choices.some(({ prompt }) => prompt === chosen)) choices.unshift({ prompt: chosen, kind: "spoken" });
    const choose = (event) => this.#use(id, settings, event.target.value);
    return element("li", {},
      element("label", { className: "who", htmlFor: `confirmation-${id}` }, settings.name),
      element("select", { id: `confirmation-${id}`, onchange: choose, disabled: Boolean(locked) }, ...choices.map((message) =>
        element("option", { value: message.prompt, selected: message.prompt === chosen }, title(message)))));
  }

  // ---- what people do

  #ask(message, what) {
    const before = this.#asking?.what;
    this.#asking = what && { prompt: message.prompt, what };
    this.draw();
    const focused = { rename: "renamed", remove: "keep" }[what] ?? before;
    document.getElementById(`message-${focused}-${key(message)}`)?.focus();
  }

  async #play(message) {
    const address = await fetchSound(message.prompt);
    if (!address) return;
    const player = element("audio", { id: `message-player-${key(message)}`, controls: true, src: address, "aria-label": words("message_of", { name: message.name }) });
    this.#players.set(message.prompt, player);
    this.draw();
    player.focus();
    await player.play().catch(() => {});
  }

  async #do(message, deed) {
    const done = await this.#try(deed);
    if (done || this.#asking?.what === "remove") this.#asking = null;
    await this.reset().catch(() => this.draw());
    const next = document.getElementById(`message-rename-${key(message)}`) ?? this.place.querySelector("button") ?? document.getElementById("message-name");
    if (!this.#asking) next.focus();
  }

  async #use(line, settings, prompt) {
    const callbacks = { ...settings.callbacks, confirmation_prompt: prompt };
    await this.#try(() => ask("PUT", `/lines/${line}/settings`, { ...settings, callbacks }));
    await this.reset().catch(() => {});
  }

  async #try(deed) {
    try {
      await deed();
      showProblem(this.problem, null);
      return true;
    } catch (refused) {
      showProblem(this.problem, refused);
      return false;
    }
  }
}

const key = ({ prompt }) => prompt.replace("/", "-");

function title({ prompt, name, kind }) {
  if (name) return name;
  if (kind === "ready") return words(`message_ready_${prompt.slice(0, 2)}`);
  return words("message_own_words");
}
