// The customer's phone: dial, hear, press a key, be called back.

import { ask } from "./link.js";
import { element, fill, showProblem } from "./elements.js";
import * as sound from "./sound.js";
import { phoneNumber, words } from "./words.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

export class Booth {
  #phones = new Map();
  #lines = [];
  #mine = null;

  constructor() {
    this.from = document.getElementById("booth-from");
    this.to = document.getElementById("booth-to");
    this.screen = document.getElementById("booth-screen");
    this.problem = document.getElementById("booth-problem");
    this.muteButton = document.getElementById("mute");
    this.from.addEventListener("change", () => this.#choose(this.from.value));
    this.muteButton.addEventListener("click", () => {
      sound.mute(!sound.isMuted());
      this.draw();
      if (!sound.isMuted()) this.#sound(true);
    });
  }

  async open() {
    const { phones, lines } = await ask("GET", "/booth");
    this.#lines = lines;
    for (const phone of phones) this.#phones.set(phone.number, phone);
    const kept = sessionStorage.getItem("ringback-phone");
    this.#mine = this.#phones.has(kept) ? kept : phones[0].number;
    this.#offerLine();
    this.draw();
  }

  close() {
    document.getElementById("booth-none").hidden = false;
    document.getElementById("booth-phone").hidden = true;
    this.muteButton.hidden = true;
  }

  get phone() {
    return this.#phones.get(this.#mine);
  }

  changed(phone) {
    this.#phones.set(phone.number, phone);
    if (phone.number === this.#mine) this.draw();
    else if (phone.phase === "ringing" && this.phone.phase === "idle") this.#choose(phone.number);
  }

  #choose(number) {
    this.#mine = number;
    sessionStorage.setItem("ringback-phone", number);
    this.#offerLine();
    this.draw();
  }

  // A customer calls a number of their own country first.
  #offerLine() {
    const nearest = this.#lines.find((line) => line.number?.slice(0, 3) === this.#mine.slice(0, 3));
    this.line = (nearest ?? this.#lines[0])?.id;
  }

  draw() {
    if (!this.phone) return;
    const { phase, hearing } = this.phone;
    const idle = phase === "idle";
    fill(this.from, ...[...this.#phones.values()].map((phone) =>
      element("option", { value: phone.number, selected: phone.number === this.#mine }, phone.name ?? phoneNumber(phone.number))));
    document.getElementById("booth-from-number").textContent = phoneNumber(this.#mine);
    document.getElementById("booth-to-number").textContent = phoneNumber(this.#lines.find((line) => line.id === this.line)?.number ?? "");
    fill(this.to, ...this.#lines.map((line) =>
      element("option", { value: line.id, selected: line.id === this.line }, line.name)));
    this.to.onchange = () => {
      this.line = this.to.value;
      this.draw();
    };
    this.from.disabled = this.to.disabled = !idle;
    this.screen.dataset.state = phase;
    this.screen.dataset.sound = hearing === "prompt" && this.phone.text ? "message" : hearing;
    fill(document.getElementById("booth-state"), element("span", {}, this.#stateWords()));
    document.getElementById("booth-heard").textContent = this.#heardWords();
    this.#drawActions(phase);
    this.#drawKeys(phase === "in-call");
    this.muteButton.textContent = words(sound.isMuted() ? "sound_off" : "sound_on");
    this.muteButton.setAttribute("aria-pressed", String(sound.isMuted()));
    this.#sound();
  }

  #other() {
    const line = this.#lines.find((each) => each.number === this.phone.shown_number);
    return line ? line.name : phoneNumber(this.phone.shown_number) || words("booth_withheld");
  }

  #stateWords() {
    const { phase } = this.phone;
    return words(`booth_${phase.replace("-", "_")}`, { who: this.#other() });
  }

  #heardWords() {
    const { phase, hearing, reference, text } = this.phone;
    if (phase === "idle") return words(this.awaits?.(this.#mine) ? "heard_awaiting" : "heard_idle");
    if (phase === "ringing") return words("heard_incoming");
    switch (hearing) {
      case "prompt": return text || words("heard_message");
      case "agent": return words("heard_voice", { who: this.nameOf?.(reference) ?? reference });
      case "music": return words("heard_music");
      case "ringback-tone": return words("heard_tone");
      case "busy-tone": return words("heard_busy");
      default: return words("heard_silence");
    }
  }

  #drawActions(phase) {
    const button = (name, style, action) =>
      element("button", { type: "button", className: style, id: `booth-${name}`, onclick: () => this.#do(action) }, words(`booth_${name}`));
    const shown = {
      idle: () => [button("dial", "solid", "dial")],
      ringing: () => [button("reject", "danger", "reject"), button("answer", "good", "answer")],
    };
    const hangUp = () => [button("hang_up", "danger", "hang-up")];
    fill(document.getElementById("booth-actions"), ...(shown[phase] ?? hangUp)());
  }

  #drawKeys(usable) {
    const pad = document.getElementById("keypad");
    if (!pad.childElementCount) {
      pad.append(...KEYS.map((digit) => element("button", { type: "button", className: digit === "*" ? "star" : "", onclick: () => this.#do("press", { digit }) }, digit)));
    }
    for (const key of pad.children) {
      key.disabled = !usable;
      if (key.textContent === "*") key.setAttribute("aria-label", words("key_star"));
    }
  }

  #sound(again = false) {
    const { phase, hearing, reference } = this.phone;
    const kinds = { prompt: "message", music: "music", "ringback-tone": "ringing", "busy-tone": "busy" };
    const kind = phase === "ringing" ? "ringing" : kinds[hearing] ?? "silence";
    sound.play({ kind, reference }, again ? Symbol("again") : `${this.#mine}/${kind}/${reference}`);
  }

  async #do(action, body) {
    const number = this.#mine;
    if (action === "dial") body = { line_id: this.line };
    try {
      // The answer is not drawn: the live feed tells what became of it, in order.
      await ask("POST", `/booth/phones/${encodeURIComponent(number)}/${action}`, body);
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
  }
}
