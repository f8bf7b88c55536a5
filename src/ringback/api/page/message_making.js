// A new message: a file, a recording made here, or a text that is spoken; heard before it is kept.

import { ask, fetchSound, upload } from "./link.js";
import { element, fill, showProblem } from "./elements.js";
import { currentLanguage, duration, words } from "./words.js";

const WAYS = ["file", "record", "text"];
const ACCEPTED = "audio/*,.wav,.mp3,.m4a,.aac,.ogg,.opus,.webm";
const TICK_MS = 200;

export class MessageMaking {
  #way = "file";
  #limits = null;
  #recorder = null;
  #recorded = null;
  #since = 0;
  #ticking = 0;
  #heard = null;
  #busy = false;

  constructor(kept) {
    this.kept = kept;
    this.form = document.getElementById("message-form");
    this.ways = document.getElementById("message-ways");
    this.place = document.getElementById("message-way");
    this.name = document.getElementById("message-name");
    this.save = document.getElementById("message-save");
    this.problem = document.getElementById("message-problem");
    this.said = document.getElementById("message-said");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keep();
    });
  }

  async reset() {
    this.#limits ??= await ask("GET", "/messages/limits");
  }

  // ---- drawing

  draw() {
    fill(this.ways, ...WAYS.map((way) => element("button", {
      type: "button", id: `message-way-${way}`, "aria-pressed": String(way === this.#way), onclick: () => this.#choose(way),
    }, words(`message_way_${way}`))));
    if (this.place.dataset.shown === `${this.#way} ${currentLanguage()}`) return;
    this.place.dataset.shown = `${this.#way} ${currentLanguage()}`;
    const text = document.getElementById("message-text")?.value ?? "";
    fill(this.place, ...{ file: () => this.#file(), record: () => this.#record(), text: () => this.#text(text) }[this.#way]());
  }

  #file() {
    const { recording_bytes_max: bytes = 0, recording_seconds_max: seconds = 0 } = this.#limits ?? {};
    const hint = words("message_file_hint", { size: Math.round(bytes / 1e6), minutes: Math.round(seconds / 60) });
    return [
      element("label", { className: "field" }, element("span", {}, words("message_file")),
        element("input", { id: "message-file", type: "file", accept: ACCEPTED, "aria-describedby": "message-file-hint" })),
      element("p", { id: "message-file-hint", className: "hint" }, hint),
    ];
  }

  #record() {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) {
      return [element("p", { className: "empty" }, words("message_record_unavailable"))];
    }
    const recording = this.#recorder !== null;
    return [
      element("span", { className: "row-actions" },
        element("button", {
          type: "button", id: "message-record", className: `${recording ? "danger" : "secondary"} small`,
          onclick: () => (recording ? this.#recorder.stop() : this.#begin()),
        }, words(recording ? "message_stop" : this.#recorded ? "message_record_again" : "message_record")),
        element("span", { id: "message-recorded-for", className: "about", role: "timer" }),
        this.#recorded && element("audio", { id: "message-recorded", controls: true, src: this.#recorded.address, "aria-label": words("message_recorded") })),
    ];
  }

  #text(text) {
    const language = this.#heard?.language ?? currentLanguage();
    const option = (value) => element("option", { value, selected: value === language }, words(`message_language_${value}`));
    const none = this.#limits && !this.#limits.speech_engine;
    return [
      element("label", { className: "field" }, element("span", {}, words("message_text")),
        element("textarea", { id: "message-text", rows: 3, maxLength: this.#limits?.text_length_max ?? 1_000, value: text })),
      element("span", { className: "row-actions" },
        element("label", { className: "inline" }, element("span", { className: "visually-hidden" }, words("message_language")),
          element("select", { id: "message-language" }, option("en"), option("fr"))),
        element("button", { type: "button", id: "message-listen", className: "secondary small", disabled: none, onclick: () => this.#listen() }, words("message_listen_first")),
        element("audio", { id: "message-spoken", controls: true, hidden: true, "aria-label": words("message_spoken") })),
      none ? element("p", { className: "hint" }, words("error_no-speech-engine")) : null,
    ];
  }

  #redraw() {
    this.place.dataset.shown = "";
    this.draw();
  }

  // ---- what people do

  #choose(way) {
    this.#recorder?.stop();
    this.#way = way;
    showProblem(this.problem, null);
    this.said.textContent = "";
    this.draw();
  }

  async #begin() {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      this.#recorder = new MediaRecorder(stream);
    } catch {
      showProblem(this.problem, { code: "microphone" });
      return;
    }
    const parts = [];
    this.#recorder.ondataavailable = ({ data }) => parts.push(data);
    this.#recorder.onstop = () => this.#recordingMade(parts);
    this.#recorder.start();
    this.#since = performance.now();
    this.#ticking = setInterval(() => this.#count(), TICK_MS);
    showProblem(this.problem, null);
    this.#redraw();
    document.getElementById("message-record").focus();
  }

  #count() {
    const lasted = performance.now() - this.#since;
    const shown = document.getElementById("message-recorded-for");
    if (shown) shown.textContent = duration(lasted);
    if (this.#limits && lasted > 1_000 * this.#limits.recording_seconds_max) this.#recorder?.stop();
  }

  #recordingMade(parts) {
    clearInterval(this.#ticking);
    const recorder = this.#recorder;
    this.#recorder = null;
    for (const track of recorder.stream.getTracks()) track.stop();
    if (this.#recorded) URL.revokeObjectURL(this.#recorded.address);
    const blob = new Blob(parts, { type: recorder.mimeType });
    this.#recorded = { blob, address: URL.createObjectURL(blob) };
    this.#redraw();
    document.getElementById("message-record")?.focus();
  }

  async #listen() {
    await this.#do(async () => {
      const { prompt } = await ask("POST", "/messages/preview", this.#spoken());
      const player = document.getElementById("message-spoken");
      if (player.src) URL.revokeObjectURL(player.src);
      player.src = await fetchSound(prompt);
      player.hidden = false;
      player.play().catch(() => {});
    });
  }

  #spoken() {
    return { text: document.getElementById("message-text").value, language: document.getElementById("message-language").value };
  }

  async #keep() {
    const name = this.name.value.trim();
    if (!name) {
      showProblem(this.problem, { code: "message-nameless" });
      this.name.focus();
      return;
    }
    await this.#do(async () => {
      const message = this.#way === "text" ? await ask("POST", "/messages/texts", { ...this.#spoken(), name }) : await this.#sent(name);
      this.said.textContent = words("message_kept", { name: message.name });
      this.name.value = "";
      this.#forget();
      await this.kept();
    });
  }

  #sent(name) {
    const file = this.#way === "file" ? document.getElementById("message-file").files[0] : this.#recorded?.blob;
    if (!file) throw { code: this.#way === "file" ? "message-fileless" : "message-unrecorded" };
    if (this.#limits && file.size > this.#limits.recording_bytes_max) throw { code: "recording-too-large" };
    const form = new FormData();
    form.append("name", name);
    form.append("file", file, file.name ?? "recording");
    return upload("/messages/recordings", form);
  }

  #forget() {
    if (this.#recorded) URL.revokeObjectURL(this.#recorded.address);
    this.#recorded = null;
    if (document.getElementById("message-text")) document.getElementById("message-text").value = "";
    this.#redraw();
  }

  async #do(deed) {
    if (this.#busy) return;
    this.#busy = true;
    this.save.setAttribute("aria-disabled", "true");
    this.said.textContent = words("message_working");
    try {
      await deed();
      if (this.said.textContent === words("message_working")) this.said.textContent = "";
      showProblem(this.problem, null);
    } catch (refused) {
      this.said.textContent = "";
      showProblem(this.problem, refused);
    }
    this.save.setAttribute("aria-disabled", "false");
    this.#busy = false;
  }
}
