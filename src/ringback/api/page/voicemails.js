// The messages that callers left: listened to here, and deleted for good.

import { ask, fetchVoicemail } from "./link.js";
import { customerName, element, fill, showProblem } from "./elements.js";
import { clockDay, duration, phoneNumber, words } from "./words.js";

const SHOWN = 12;
const LOOK_AGAIN_MS = [500, 1_500, 4_000, 10_000, 30_000];

export class VoicemailList {
  #calls = [];
  #players = new Map();
  #pending = new Set();
  #confirming = null;
  #awaited = new Set();
  #timer = 0;

  constructor() {
    this.panel = document.getElementById("voicemails");
    this.place = document.getElementById("voicemails-items");
    this.problem = document.getElementById("voicemails-problem");
    this.figures = document.getElementById("voicemails-figures");
  }

  async reset() {
    await this.#load();
  }

  // A message is fetched from the phone system only after it was left.
  changed(events) {
    const left = events.filter(({ name }) => name === "voicemail-left");
    for (const { call_id } of left) this.#awaited.add(call_id);
    if (left.length) this.#lookAgain(0);
  }

  #lookAgain(times) {
    clearTimeout(this.#timer);
    if (!this.#awaited.size || times >= LOOK_AGAIN_MS.length) return;
    this.#timer = setTimeout(async () => {
      await this.#load().catch(() => {});
      this.#lookAgain(times + 1);
    }, LOOK_AGAIN_MS[times]);
  }

  async #load() {
    const { calls } = await ask("GET", "/calls?type=voicemail&limit=200");
    this.#calls = calls.filter(({ voicemail }) => voicemail.kept);
    for (const { id } of this.#calls) this.#awaited.delete(id);
    for (const id of this.#players.keys()) {
      if (!this.#calls.some((call) => call.id === id)) this.#close(id);
    }
    this.draw();
  }

  // ---- drawing

  draw() {
    const hadFocus = this.panel.contains(document.activeElement);
    this.panel.hidden = !this.#calls.length;
    this.figures.textContent = String(this.#calls.length);
    const rows = this.#calls.slice(0, SHOWN).map((call) => this.#row(call));
    const more = this.#calls.length - SHOWN;
    if (more > 0) rows.push(element("li", { className: "hint" }, words("queue_more", { n: more })));
    fill(this.place, ...rows);
    if (hadFocus && !this.panel.contains(document.activeElement)) this.#keepFocus();
  }

  // The focus goes on with the list, and at last with the agent's card.
  #keepFocus() {
    (this.place.querySelector("button") ?? document.getElementById("card")).focus();
  }

  #row(call) {
    const name = call.customer.name ?? (phoneNumber(call.customer.number) || customerName(call.customer));
    const about = [call.customer.name && phoneNumber(call.customer.number), call.line.name, clockDay(call.began_at, Date.now())].filter(Boolean);
    return element("li", { data: { id: call.id } },
      element("span", { className: "who" }, name, element("span", { className: "about" }, about.join(" · "))),
      element("span", { className: "right since" }, duration(1_000 * call.voicemail.seconds)),
      this.#confirming === call.id ? this.#confirmation(call, name) : this.#actions(call, name));
  }

  #actions(call, name) {
    const player = this.#players.get(call.id);
    return element("span", { className: "row-actions" },
      player ?? this.#button(call, "play", "primary", name, () => this.#play(call, name)),
      this.#button(call, "delete", "secondary", name, () => this.#confirm(call.id)));
  }

  #confirmation(call, name) {
    return element("span", { className: "row-actions", role: "group", "aria-label": words("voicemail_sure") },
      element("span", { className: "sure" }, words("voicemail_sure")),
      this.#button(call, "deleted", "danger", name, () => this.#delete(call)),
      this.#button(call, "keep", "secondary", name, () => this.#confirm(null, call.id)));
  }

  #button(call, action, style, name, onclick) {
    const label = words(`voicemail_${action}`);
    return element("button", {
      type: "button", id: `voicemail-${action}-${call.id}`, className: `${style} small`,
      "aria-label": `${label}, ${name}`, onclick, "aria-disabled": String(this.#pending.has(call.id)),
    }, label);
  }

  // ---- what people do

  #confirm(id, before = id) {
    this.#confirming = id;
    this.draw();
    document.getElementById(`voicemail-${id ? "keep" : "delete"}-${before}`)?.focus();
  }

  async #play(call, name) {
    await this.#ask(call.id, async () => {
      const player = element("audio", { id: `voicemail-player-${call.id}`, controls: true, src: await fetchVoicemail(call.id), "aria-label": words("voicemail_of", { who: name }) });
      this.#players.set(call.id, player);
    });
    const player = this.#players.get(call.id);
    player?.focus();
    await player?.play().catch(() => {});
  }

  async #delete(call) {
    await this.#ask(call.id, () => ask("DELETE", `/calls/${encodeURIComponent(call.id)}/voicemail`));
    this.#confirming = null;
    await this.#load().catch(() => this.draw());
  }

  async #ask(id, deed) {
    if (this.#pending.has(id)) return;
    this.#pending.add(id);
    this.draw();
    try {
      await deed();
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
    this.#pending.delete(id);
    this.draw();
  }

  #close(id) {
    const player = this.#players.get(id);
    player.pause();
    URL.revokeObjectURL(player.src);
    this.#players.delete(id);
  }
}
