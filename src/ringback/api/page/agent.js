// The agent: status, and the one card with all its states, drawn only from what the server says.

import { ask } from "./link.js";
import { Consulting } from "./consulting.js";
import { chip, element, fill, showProblem, timer } from "./elements.js";
import { RingsOn } from "./rings_on.js";
import { Transfer } from "./transfer.js";
import { clockDay, clockTime, duration, phoneNumber, words } from "./words.js";

const STATUSES = ["online", "do-not-disturb", "offline"];
const TONES = {
  available: "talking", ringing: "ringing", "in-call": "talking", "wrap-up": "late",
  "connection-lost": "late", "do-not-disturb": "failed", "off-duty": "waiting", offline: "waiting",
};
const END_OF_RING_OUT = { "not-connected": "end_not_connected", "not-confirmed": "end_not_confirmed" };
const IN_CONVERSATION = ["talking", "on-hold", "consulting"];
const TRANSFERRED = ["call-transferred", "consultation-completed", "consultation-abandoned"];
const END_SHOWN_MS = 4_000;

export class AgentPanel {
  #agents = new Map();
  #pending = null;
  #end = null;
  #drawn = "";
  #focusBefore = null;

  constructor({ choose, now, announce, lookUp }) {
    this.lookUp = lookUp;
    this.choose = choose;
    this.now = now;
    this.announce = announce;
    this.id = sessionStorage.getItem("ringback-agent");
    this.card = document.getElementById("card");
    this.problem = document.getElementById("agent-problem");
    this.who = document.getElementById("agent-who");
    this.transfer = new Transfer({
      act: (to) => this.#ask("POST", `/agents/${this.id}/transfer`, to),
      consult: (to) => this.#ask("POST", `/agents/${this.id}/consult`, to),
      others: () => [...this.#agents.values()].filter(({ id }) => id !== this.id),
    });
    this.consulting = new Consulting({
      act: (path) => this.#ask("POST", `/agents/${this.id}/${path}`),
      names: (ids) => this.names(ids),
    });
    this.ringsOn = new RingsOn({ ask: (...asked) => this.#ask(...asked) });
    this.who.addEventListener("change", () => this.#choose(this.who.value));
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  get agent() {
    return this.#agents.get(this.id);
  }

  names(ids) {
    return ids.map((id) => this.#agents.get(id)?.name ?? id);
  }

  reset(agents) {
    this.#agents = new Map(agents.map((agent) => [agent.id, agent]));
    if (!this.#agents.has(this.id)) this.#choose(agents[0]?.id);
    this.transfer.reset().catch(() => {});
    this.draw();
  }

  changed(agents, events) {
    for (const agent of agents) this.#agents.set(agent.id, agent);
    for (const event of events) this.#noticeEnd(event);
    this.draw();
  }

  #choose(id) {
    if (!id) return;
    this.id = id;
    this.#pending = this.#end = null;
    sessionStorage.setItem("ringback-agent", id);
    showProblem(this.problem, null);
    this.choose(id);
    this.draw();
  }

  // ---- how the last card ended

  #noticeEnd(event) {
    this.consulting.notice(event, this.id);
    const mine = event.agent_id === this.id || event.agent_ids?.includes(this.id);
    const conversation = this.#last?.callback_id;
    if (event.name === "dial-failed" && event.callback_id === conversation) {
      this.#endWith("end_not_reached", { reason: words(`cause_${event.cause ?? "no-answer"}`) });
    }
    if (!mine) return;
    if (event.name === "hand-call-abandoned") {
      if (!this.#end) this.#endWith("end_abandoned");
    } else if (event.name === "offers-withdrawn") {
      const [taker] = event.taken_by ? this.names([event.taken_by]) : [null];
      if (taker) this.#endWith("end_taken", { agent: taker });
      else this.#endWith(`end_${event.cause}`);
    } else if (event.name === "offers-rang-out") {
      this.#endWith(END_OF_RING_OUT[event.cause] ?? "end_rang_out");
    } else if (event.name === "offer-declined") {
      this.#endWith("end_declined");
    } else if (TRANSFERRED.includes(event.name)) {
      this.transfer.forget();
      this.#endWith("end_transferred");
    } else if (event.name === "agent-freed" && !this.#end) {
      this.#endWith("end_call");
    } else if (event.name === "agent-status-set" && event.cause === "rang-out") {
      this.#end = null;
      this.announce(words("rang_out_title"));
    }
  }

  #last = null;

  #endWith(key, values = {}) {
    const end = { key, values };
    this.#end = end;
    setTimeout(() => {
      if (this.#end !== end) return;
      this.#end = null;
      this.draw();
    }, END_SHOWN_MS);
  }

  // ---- drawing

  draw() {
    fill(this.who, ...[...this.#agents.values()].map((agent) =>
      element("option", { value: agent.id, selected: agent.id === this.id }, agent.name)));
    if (!this.agent) return;
    this.#drawStatus();
    this.#drawCard();
    this.ringsOn.draw(this.agent);
  }

  #drawStatus() {
    const { status, condition } = this.agent;
    fill(document.getElementById("agent-status"), ...STATUSES.map((each) =>
      element("button", {
        type: "button", id: `status-${each}`, "aria-pressed": String(each === status),
        onclick: () => this.#ask("PUT", `/agents/${this.id}/status`, { status: each }),
      }, words(`status_${each}`))));
    const shown = document.getElementById("agent-condition");
    shown.dataset.tone = TONES[condition];
    shown.textContent = words(`condition_${condition}`);
  }

  #drawCard() {
    const { offer, conversation } = this.agent;
    if (offer || conversation) this.#last = conversation ?? { callback_id: offer.item_id };
    if (IN_CONVERSATION.includes(conversation?.stage)) this.#end = null;
    if (offer && this.#end && offer.state === "ringing") this.#end = null;
    if (this.#pending && this.#pending.offer !== offer?.id) this.#pending = null;
    const signature = JSON.stringify([this.agent, this.#pending, this.#end, document.documentElement.lang]);
    if (signature === this.#drawn) return;
    const rang = this.#drawnOffer;
    this.#drawn = signature;
    this.#drawnOffer = offer?.state === "ringing" ? offer.id : null;
    const { tone, parts } = this.#content();
    this.card.dataset.tone = tone;
    fill(this.card, ...parts);
    if (this.#drawnOffer && this.#drawnOffer !== rang) this.#announceOffer(offer);
    if (!this.#drawnOffer && rang) this.#giveFocusBack();
    document.title = this.#drawnOffer ? `● ${words(`card_${offer.kind}`)} – Ringback` : "Ringback";
  }

  #drawnOffer = null;

  #content() {
    const { offer, conversation, condition, wrap_up_until } = this.agent;
    if (conversation) return this.#conversationCard(conversation);
    if (offer) return this.#offerCard(offer);
    if (this.#end && condition !== "wrap-up") {
      return this.#plain(words(this.#end.key, this.#end.values), "");
    }
    switch (condition) {
      case "wrap-up": return this.#wrapUpCard(wrap_up_until);
      case "off-duty": return this.#offDutyCard();
      case "offline": return this.#plain(words("offline_title"), words("offline_words"));
      case "do-not-disturb": return this.#dndCard();
      case "connection-lost": return this.#plain(words("lost_title"), words("lost_words"));
      default: return this.#plain(words("none_title"), words("none_words"));
    }
  }

  #offDutyCard() {
    const { duty_changes_at: at } = this.agent;
    const text = at ? words("off_duty_until", { time: clockDay(at, this.now()) }) : words("off_duty_never");
    return this.#plain(words("off_duty_title"), text);
  }

  // Says whether the agent chose it, or was set to it for letting requests ring out.
  #dndCard() {
    const { status_cause: cause, ring_outs_in_row: n } = this.agent;
    if (cause !== "rang-out") return this.#plain(words("dnd_title"), words("dnd_words"));
    const again = element("button", {
      type: "button", id: "card-online", className: "primary",
      onclick: () => this.#ask("PUT", `/agents/${this.id}/status`, { status: "online" }),
    }, words("rang_out_again"));
    const { parts } = this.#plain(words("rang_out_title"), words("rang_out_words", { n }),
      element("div", { className: "actions" }, again));
    return { tone: "late", parts };
  }

  #plain(title, text, ...more) {
    const inner = element("div", { className: "card-empty" }, element("strong", {}, title), text ? element("span", {}, text) : null, ...more);
    return { tone: "", parts: [inner] };
  }

  #offerCard(offer) {
    const callback = offer.kind === "callback";
    const tone = offer.state !== "ringing" ? "talking" : callback ? "callback" : "ringing";
    const kind = `${callback ? "↩" : "☎"} ${words(`card_${offer.kind}`)}`;
    const parts = [
      element("div", { className: "card-head" }, chip(kind, callback ? "callback" : "ringing"),
        element("span", { className: "card-time" }, timer(offer.waiting_since, { key: "card_waits" }))),
      this.#who(offer.customer),
      element("p", { className: "card-where" }, this.#where(offer)),
      element("p", { className: "card-why" }, words(callback ? "card_asked" : "card_arrived", { time: clockTime(offer.waiting_since) })),
      offer.consulted_by && element("p", { className: "card-earlier" }, words("consult_by", { agent: this.names([offer.consulted_by])[0] })),
      offer.transferred_by && element("p", { className: "card-earlier" }, this.#transferred(offer.transferred_by)),
      offer.earlier && element("p", { className: "card-earlier" }, this.#earlier(offer.earlier)),
    ];
    const foot = offer.state === "ringing" ? this.#answerFoot(offer) : this.#stageFoot(words(`stage_${offer.state}`), 1);
    return { tone, parts: [...parts, foot].filter(Boolean) };
  }

  #where(offer) {
    const where = words("card_where", { line: offer.line.name });
    if (offer.kind !== "callback") return where;
    return `${where} · ${words("card_attempt", { n: offer.attempt_number, max: offer.attempts_max })}`;
  }

  // What the caller may be calling about: a callback that is pending, failed or did not reach them.
  #earlier({ outcome, requested_at, tried_at, tried_by }) {
    if (!outcome) return words("earlier_pending", { time: clockTime(requested_at) });
    const ended = words(outcome.reason ? `reason_${outcome.reason}` : `outcome_${outcome.kind}`);
    if (!tried_at) return words("earlier_failed", { time: clockTime(requested_at), outcome: ended });
    return words("earlier_tried", { time: clockTime(tried_at), agent: this.names([tried_by])[0], outcome: ended });
  }

  #transferred(by) {
    return by === this.id ? words("transfer_back") : words("transfer_by", { agent: this.names([by])[0] });
  }

  #who({ name, number, withheld }) {
    const shown = withheld ? words("card_withheld") : name ?? number ?? words("card_unknown");
    const copy = number && element("button", {
      type: "button", className: "quiet icon-button", id: "card-copy", "aria-label": words("card_copy"),
      onclick: (event) => this.#copy(number, event.currentTarget),
    }, words("card_copy_short"));
    const numberShown = number && element("span", { className: "card-number" }, name ? phoneNumber(number) : "", copy);
    return element("div", { className: "card-who" }, element("span", { className: "card-name" }, name ? shown : phoneNumber(shown)), numberShown);
  }

  async #copy(number, button) {
    await navigator.clipboard?.writeText(number).catch(() => {});
    button.textContent = words("card_copied");
  }

  #answerFoot(offer) {
    const busy = Boolean(this.#pending);
    const outside = this.agent.phone === "outside";
    const accept = words(offer.kind === "callback" ? "card_call_back" : "card_answer");
    const button = (id, style, label, key, action) =>
      element("button", { type: "button", id, className: style, disabled: busy, onclick: () => this.#answer(action) }, label, element("kbd", { "aria-hidden": "true" }, key));
    const saying = (action) => this.#pending?.action === action;
    return element("div", { className: "card-foot" },
      element("div", { className: "actions" },
        button("card-decline", "secondary", saying("decline") ? words("card_declining") : words("card_decline"), "D", "decline"),
        outside ? null : button("card-accept", offer.kind === "callback" ? "primary" : "good", saying("accept") ? words("card_sending") : accept, words("key_enter"), "accept")),
      outside ? element("p", { className: "card-words" }, words("card_press_one")) : null,
      offer.deadline && element("div", { className: "countdown" },
        element("div", { className: "bar" }, element("i", { data: { from: Date.parse(offer.made_at), to: Date.parse(offer.deadline) } })),
        timer(offer.deadline, { until: true, key: "card_left" })));
  }

  #stageFoot(text, reached, ...actions) {
    const bars = [1, 2, 3].map((step) => element("i", { className: step <= reached ? "on" : "" }));
    return element("div", { className: "card-foot" },
      element("p", { className: "card-words" }, text),
      element("div", { className: "stages", "aria-hidden": "true" }, ...bars),
      actions.length ? element("div", { className: "actions" }, ...actions) : null);
  }

  #conversationCard(conversation) {
    const { kind, stage, customer, line, since } = conversation;
    const talking = IN_CONVERSATION.includes(stage);
    const hangUp = element("button", { type: "button", id: "card-hang-up", className: "danger", onclick: () => this.#ask("POST", `/agents/${this.id}/hang-up`) }, words("card_hang_up"));
    const parts = [
      element("div", { className: "card-head" }, chip(`${kind === "callback" ? "↩" : "☎"} ${words(`talk_${kind}`)}`, talking ? "talking" : "callback"),
        element("span", { className: "card-time" }, talking ? timer(since, { key: "card_since" }) : "")),
      this.#who(customer),
      element("p", { className: "card-where" }, line ? words("card_where", { line: line.name }) : "", this.#conversationLink(customer)),
      this.#stageFoot(this.#stageWords(conversation), talking ? 3 : 2, ...(talking ? this.#controls(conversation, hangUp) : [hangUp])),
    ];
    if (talking && !conversation.consultation) parts.at(-1).append(this.transfer.element(line));
    return { tone: stage === "on-hold" ? "ringing" : "talking", parts };
  }

  #stageWords(conversation) {
    const { stage, muted } = conversation;
    if (stage === "consulting") return this.consulting.words(conversation, this.id);
    if (stage === "on-hold") return this.consulting.onHold();
    this.consulting.forget();
    return words(`stage_${muted && stage === "talking" ? "muted" : stage}`);
  }

  #conversationLink({ contact_id: id }) {
    return id && element("button", { type: "button", id: "card-contact", className: "quiet link-button", onclick: () => this.lookUp(id) }, words("card_contact"));
  }

  // The buttons keep their place and say what they would do; the words below say what is so.
  #controls(conversation, hangUp) {
    const { stage, muted, consultation } = conversation;
    const held = stage === "on-hold";
    const toggle = (id, done, on, off, key) => element("button", {
      type: "button", id, className: "secondary", "aria-keyshortcuts": key,
      onclick: () => this.#ask("POST", `/agents/${this.id}/${done ? off : on}`),
    }, words(`card_${done ? off : on}`), element("kbd", { "aria-hidden": "true" }, key));
    const mute = toggle("card-mute", muted, "mute", "unmute", "M");
    if (consultation) return [mute, ...this.consulting.actions(conversation, this.id, hangUp)];
    return [mute, toggle("card-hold", held, "hold", "resume", "H"), hangUp];
  }

  #wrapUpCard(until) {
    const { correctable_callback_id: callback } = this.agent;
    const correct = (correction) => element("button", {
      type: "button", className: "secondary", id: `correct-${correction}`,
      onclick: () => this.#ask("POST", `/callbacks/${callback}/correct-outcome`, { agent_id: this.id, correction }),
    }, words(`correct_${correction}`));
    const corrections = callback && element("div", { className: "card-foot" },
      element("span", {}, words("wrap_correct")),
      element("div", { className: "actions" }, correct("voicemail"), correct("wrong-person")));
    const end = this.#end ? words(this.#end.key, this.#end.values) : words("wrap_title");
    const rest = element("span", {}, timer(until, { until: true, key: "wrap_words" }));
    const { tone, parts } = this.#plain(end, "", rest, corrections);
    return { tone, parts };
  }

  // ---- what the agent does

  async #answer(action) {
    const { offer } = this.agent;
    if (!offer || offer.state !== "ringing" || this.#pending) return;
    this.#pending = { offer: offer.id, action };
    this.draw();
    await this.#ask("POST", `/offers/${offer.id}/${action}`, { agent_id: this.id });
    this.#pending = null;
    this.draw();
  }

  async #ask(method, path, body) {
    try {
      await ask(method, path, body);
      showProblem(this.problem, null);
      return true;
    } catch (refused) {
      showProblem(this.problem, refused);
      return false;
    }
  }

  #key(event) {
    if (event.key === "F2") {
      event.preventDefault();
      if (!this.card.contains(document.activeElement)) this.#focusBefore = document.activeElement;
      this.card.focus();
    } else if (document.activeElement === this.card && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.key === "Enter") this.#answer("accept");
      else if (event.key.toLowerCase() === "d") this.#answer("decline");
      else if (event.key.toLowerCase() === "m") this.card.querySelector("#card-mute")?.click();
      else if (event.key.toLowerCase() === "h") this.card.querySelector("#card-hold")?.click();
      else if (event.key.toLowerCase() === "t") this.#focusTransfer(event);
    }
  }

  #focusTransfer(event) {
    event.preventDefault();
    this.card.querySelector("#card-transfer-to")?.focus();
  }

  #giveFocusBack() {
    if (this.#focusBefore && document.activeElement === this.card) this.#focusBefore.focus();
    this.#focusBefore = null;
  }

  #announceOffer(offer) {
    const who = offer.customer.name ?? offer.customer.number ?? words("card_withheld");
    const left = offer.deadline ? words("card_left", { time: duration(Date.parse(offer.deadline) - this.now()) }) : "";
    this.announce(`${words(`card_${offer.kind}`)}, ${who}. ${left}`);
  }
}
