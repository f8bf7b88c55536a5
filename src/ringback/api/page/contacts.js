// Contacts: a customer is looked up, and all that went on with them is told, with notes and tags.

import { ask } from "./link.js";
import { chip, element, fill, showProblem } from "./elements.js";
import { clockDay, currentLanguage, duration, phoneNumber, words } from "./words.js";

const FOUND_SHOWN = 8;
const TONES = { completed: "talking", failed: "failed", not_reached: "late", cancelled: "waiting" };

export class ContactPanel {
  #tags = { system: [], own: [] };
  #found = null;
  #told = null;
  #writing = null;
  #draft = "";

  constructor({ agentId, agentNames }) {
    this.agentId = agentId;
    this.agentNames = agentNames;
    this.search = document.getElementById("contacts-search");
    this.place = document.getElementById("contacts-found");
    this.problem = document.getElementById("contacts-problem");
    document.getElementById("contacts-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#try(() => this.#find());
    });
  }

  async reset() {
    this.#tags = await ask("GET", "/tags");
    await this.#reload();
  }

  // What happens to a shown call, also by somebody else, shows at once.
  changed(events) {
    if (events.some(({ name }) => name === "tag-configured")) this.reset().catch(() => {});
    else if (this.#told && events.some((event) => this.#concerns(event))) this.#reload().catch(() => {});
  }

  #concerns({ call_id, callback_id, customer_id }) {
    const shown = this.#told.entries.map(({ call, callback }) => (call ?? callback).id);
    return customer_id === this.#told.contact.id || shown.includes(call_id) || shown.includes(callback_id);
  }

  // Tells the conversation with a contact, wherever one came from.
  async open(id) {
    await this.#try(async () => {
      this.#told = await this.#conversation(id);
      this.#found = null;
    });
    document.getElementById("contact-name")?.focus();
  }

  async #find() {
    const search = this.search.value.trim();
    const { contacts } = await ask("GET", `/contacts?limit=${FOUND_SHOWN}${search ? `&search=${encodeURIComponent(search)}` : ""}`);
    this.#told = contacts.length === 1 ? await this.#conversation(contacts[0].id) : null;
    this.#found = this.#told ? null : contacts;
  }

  #conversation(id, after = null) {
    const seen = this.agentId() ? `&seen_by=${encodeURIComponent(this.agentId())}` : "";
    return ask("GET", `/contacts/${encodeURIComponent(id)}/conversation?limit=20${seen}${after ? `&after=${after}` : ""}`);
  }

  async #reload() {
    if (this.#told) this.#told = await this.#conversation(this.#told.contact.id);
    this.draw();
  }

  async #more() {
    const { entries, next_cursor } = await this.#conversation(this.#told.contact.id, this.#told.next_cursor);
    this.#told = { ...this.#told, entries: [...this.#told.entries, ...entries], next_cursor };
  }

  // ---- drawing

  draw() {
    if (this.#told) fill(this.place, this.#head(this.#told.contact), this.#entries());
    else if (this.#found?.length) fill(this.place, element("ul", { className: "items by-hand" }, ...this.#found.map((contact) => this.#choice(contact))));
    else fill(this.place, this.#found && element("p", { className: "empty" }, words("contacts_none")));
  }

  #choice(contact) {
    const number = phoneNumber(contact.number);
    return element("li", {},
      element("span", { className: "who" }, contact.name ?? number, contact.name && element("span", { className: "about" }, number)),
      this.#button(`contact-${contact.id}`, words("contacts_open"), contact.name ?? number, () => this.open(contact.id)));
  }

  #head(contact) {
    return element("h3", { id: "contact-name", tabIndex: -1 }, [contact.name, phoneNumber(contact.number)].filter(Boolean).join(" · "));
  }

  #entries() {
    const rows = this.#told.entries.map((entry) => (entry.call ? this.#call(entry.call) : this.#callback(entry.callback)));
    if (this.#told.next_cursor) rows.push(element("li", {}, this.#button("contacts-more", words("contacts_more"), "", () => this.#try(() => this.#more()))));
    return element("ol", { className: "items conversation", "aria-label": words("contacts_conversation") }, ...rows);
  }

  #callback(callback) {
    const { outcome, line, mode, requested_at: at } = callback;
    return element("li", {},
      element("span", { className: "position", "aria-hidden": "true" }, "↩"),
      element("span", { className: "who" }, words(`contacts_callback_${mode}`), this.#about(at, line.name, callback.agent_id, outcome?.reason && words(`reason_${outcome.reason}`))),
      chip(outcome ? words(`outcome_${outcome.kind}`) : words(`state_${callback.state}`), outcome ? TONES[outcome.kind] : "callback"));
  }

  #call(call) {
    const inbound = call.direction === "inbound";
    const name = words(`contacts_${call.direction}`);
    return element("li", {},
      element("span", { className: "position", "aria-hidden": "true" }, inbound ? "↙" : "↗"),
      element("span", { className: "who" }, name, this.#about(call.began_at, call.line.name, call.agent_id)),
      this.#state(call),
      element("div", { className: "annotations" },
        element("div", { className: "tags" }, ...call.tags.map((tag) => this.#systemTag(tag)), ...call.own_tags.map((tag) => this.#ownTag(call, tag)), this.#tagChoice(call)),
        ...call.notes.map((note) => this.#note(note)),
        this.#writing === call.id ? this.#form(call) : this.#button(`note-write-${call.id}`, words("note_write"), name, () => this.#write(call.id))));
  }

  #state(call) {
    if (!call.ended_at) return chip(words("contacts_going_on"), "talking");
    if (call.connected_at) return chip(duration(1_000 * call.talked_seconds), "talking");
    if (call.voicemail) return chip(words("contacts_message"), "callback");
    return chip(words(call.direction === "outbound" ? "contacts_not_reached" : "contacts_missed"), "failed");
  }

  #about(at, line, agent, more) {
    const told = [clockDay(at, Date.now()), line, agent && this.agentNames([agent])[0], more].filter(Boolean);
    return element("span", { className: "about" }, told.join(" · "));
  }

  #systemTag(id) {
    const tag = this.#tags.system.find((each) => each.id === id);
    return this.#dotted(tag?.[`name_${currentLanguage()}`] ?? id, tag?.colour);
  }

  #ownTag(call, tag) {
    const off = this.#button(`untag-${call.id}-${tag.id}`, "×", words("tag_off", { tag: tag.name }), () => this.#change(`#tag-${call.id}`,
      "DELETE", `/calls/${encodeURIComponent(call.id)}/tags/${tag.id}${this.#by()}`));
    off.className = "quiet tag-off";
    return this.#dotted(tag.name, tag.colour, off);
  }

  #dotted(name, colour, ...more) {
    const dot = element("i", { "aria-hidden": "true" });
    if (colour) dot.style.background = colour;
    return element("span", { className: "tag" }, dot, name, ...more);
  }

  #tagChoice(call) {
    const borne = call.own_tags.map(({ id }) => id);
    const open = this.#tags.own.filter(({ id, archived }) => !archived && !borne.includes(id));
    if (!open.length) return null;
    const choice = element("select", { id: `tag-${call.id}`, "aria-label": words("tag_add") },
      element("option", { value: "" }, words("tag_add")), ...open.map(({ id, name }) => element("option", { value: id }, name)));
    choice.addEventListener("change", () => this.#change(`#tag-${call.id}`,
      "PUT", `/calls/${encodeURIComponent(call.id)}/tags/${choice.value}`, { agent_id: this.agentId() }));
    return choice;
  }

  #note(note) {
    const mine = note.agent_id === this.agentId();
    return element("div", { className: "note" }, element("p", {}, note.text),
      this.#about(note.edited_at ?? note.written_at, null, note.agent_id),
      mine && this.#button(`note-delete-${note.id}`, words("note_delete"), note.text.slice(0, 40), () => this.#change("#contact-name", "DELETE", `/notes/${note.id}${this.#by()}`)));
  }

  #form(call) {
    const text = element("textarea", { id: "note-text", rows: 3, maxLength: 4_000, value: this.#draft, "aria-label": words("note_text"), oninput: () => { this.#draft = text.value; } });
    const form = element("form", { className: "note-form" }, text, element("div", { className: "row-actions" },
      element("button", { id: "note-save", className: "primary small" }, words("note_save")),
      this.#button("note-cancel", words("note_cancel"), "", () => this.#write(null, call.id))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change(`#note-write-${call.id}`, "POST", `/calls/${encodeURIComponent(call.id)}/notes`, { agent_id: this.agentId(), text: this.#draft }, () => {
        this.#writing = null;
        this.#draft = "";
      });
    });
    return form;
  }

  #button(id, label, about, onclick) {
    return element("button", { type: "button", id, className: "secondary small", "aria-label": about ? `${label}, ${about}` : label, onclick }, label);
  }

  // ---- what people do

  #write(id, before = id) {
    this.#writing = id;
    this.#draft = "";
    this.draw();
    document.getElementById(id ? "note-text" : `note-write-${before}`)?.focus();
  }

  #by() {
    return this.agentId() ? `?agent_id=${encodeURIComponent(this.agentId())}` : "";
  }

  async #change(focus, method, path, body, done = () => {}) {
    await this.#try(async () => {
      await ask(method, path, body);
      done();
      await this.#reload();
    });
    if (!this.place.contains(document.activeElement)) this.place.querySelector(focus.replace(/[:.]/g, "\\$&"))?.focus();
  }

  async #try(deed) {
    try {
      await deed();
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
    this.draw();
  }
}
