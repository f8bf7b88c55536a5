// Puts the page together: token, language, the live link, and who draws what.

import { AgentPanel } from "./agent.js";
import { Alerts } from "./alerts.js";
import { QueueBoard, Timeline } from "./board.js";
import { Booth } from "./booth.js";
import { HandList } from "./by_hand.js";
import { ContactPanel } from "./contacts.js";
import { element, fill, tick } from "./elements.js";
import { FlowPanel } from "./flows.js";
import { Halted } from "./halted.js";
import { CallbacksLock } from "./lock.js";
import { Live, ask, forgetToken, keepToken, takeToken } from "./link.js";
import { MessagePanel } from "./messages.js";
import { Monitoring } from "./monitoring.js";
import { VoicemailList } from "./voicemails.js";
import { Numbers } from "./numbers.js";
import { WaitingDialog } from "./waiting.js";
import { clockTime, currentLanguage, duration, speak, words } from "./words.js";

const TOUR = {
  1: (event) => event.name === "call-began",
  2: (event) => event.name === "callback-requested",
  3: (event) => calledByHand(event) || (event.name === "offers-made" && seen.callbacks.has(event.item_id)),
  4: (event) => calledByHand(event) || (event.name === "offer-accepted" && seen.callbacks.has(event.item_id)),
  5: (event) => event.name === "customer-reached",
};
const calledByHand = (event) => event.name === "hand-call-started";
const HEALTH_EVERY_MS = 5_000;
const SUMMARY_EVERY_MS = 10_000;

const at = (id) => document.getElementById(id);
const seen = { steps: new Set(), callbacks: new Set(), lastMessage: null };
let link = "connecting";
let health = null;
let hasBooth = false;

const live = new Live({ snapshot, changes, booth: ({ phone }) => booth?.changed(phone), lost, refused });
const agentNames = (ids) => agent.names(ids);
const announce = (text) => { at("alert").textContent = text; };
const agent = new AgentPanel({ choose: (id) => live.follow(id), now: () => live.now(), announce, lookUp: (id) => contacts.open(id) });
const waiting = new WaitingDialog(agentNames);
const lock = new CallbacksLock();
const halted = new Halted();
const alerts = new Alerts({ now: () => live.now(), announce });
const queue = new QueueBoard(agentNames, { look: (item) => waiting.open(item) });
const byHand = new HandList({ agent: () => agent.agent, agentNames });
const timeline = new Timeline(agentNames, () => agent.id);
const monitoring = new Monitoring({ agentNames, choose: (id) => timeline.show(id) });
const voicemails = new VoicemailList();
const contacts = new ContactPanel({ agentId: () => agent.id, agentNames });
const flows = new FlowPanel();
const numbers = new Numbers();
const messages = new MessagePanel();
let booth = null;

// ---- what the server says

async function snapshot(message) {
  setLink("live");
  show("work");
  agent.reset(message.agents);
  alerts.changed(message.alerts);
  lock.changed(message.callbacks_lock);
  halted.changed(message.callbacks_halted);
  for (const callback of message.callbacks) seen.callbacks.add(callback.id);
  queue.reset(message.queues);
  byHand.reset(message.to_call);
  monitoring.reset(message.calls);
  timeline.reset().catch(() => {});
  voicemails.reset().catch(() => {});
  contacts.reset().catch(() => {});
  flows.reset().catch(() => {});
  numbers.reset();
  messages.reset().catch(() => {});
  try {
    await openBooth(message.booth);
  } catch (refused) {
    // The next snapshot, once the server is back, opens it again.
    if (refused.code !== "unreachable") throw refused;
  }
  drawHealth();
}

async function openBooth(exists) {
  hasBooth = exists;
  booth ??= new Booth();
  if (!exists) {
    booth.close();
    at("tour").hidden = true;
    return;
  }
  booth.awaits = (number) => queue.awaits(number) || byHand.awaits(number);
  booth.nameOf = (id) => agentNames([id])[0];
  await booth.open();
  await welcome();
}

// In the demo a newcomer's agent is there at once; later visits keep what was chosen.
async function welcome() {
  if (sessionStorage.getItem("ringback-welcomed")) return;
  sessionStorage.setItem("ringback-welcomed", "yes");
  if (agent.agent?.status === "offline") {
    await ask("PUT", `/agents/${agent.id}/status`, { status: "online" }).catch(() => {});
  }
}

function changes(message) {
  seen.lastMessage = message.server_time;
  for (const event of message.events) {
    if (event.name === "callback-requested") seen.callbacks.add(event.callback_id);
    for (const [step, happened] of Object.entries(TOUR)) {
      if (happened(event)) seen.steps.add(Number(step));
    }
  }
  agent.changed(message.agents, message.events);
  alerts.changed(message.alerts);
  lock.changed(message.callbacks_lock);
  halted.changed(message.callbacks_halted);
  queue.changed(message.queues, message.gone.queue_ids);
  byHand.changed(message.callbacks);
  monitoring.changed(message.calls, message.gone.call_ids);
  timeline.changed(message.callbacks, message.events);
  voicemails.changed(message.events);
  contacts.changed(message.events);
  flows.changed(message.events);
  numbers.changed(message.events);
  messages.changed(message.events);
  booth?.draw();
  drawTour();
  retime();
}

function lost() {
  if (link === "lost") return;
  setLink("lost");
  announce(at("link-words").textContent);
}

function refused(code) {
  if (code === "unknown-agent") {
    sessionStorage.removeItem("ringback-agent");
    agent.id = null;
    live.follow(null);
    return;
  }
  forgetToken();
  show("sign-in");
  at("token-problem").hidden = false;
  at("token-problem").textContent = words("token_wrong");
  at("token").focus();
}

// ---- drawing

function show(id) {
  for (const part of ["sign-in", "work"]) at(part).hidden = part !== id;
}

function setLink(state) {
  link = state;
  at("link").dataset.state = state;
  document.body.classList.toggle("stale", state === "lost");
  at("link-words").textContent = words(`link_${state}`, { time: clockTime(seen.lastMessage ?? live.now(), { seconds: true }) });
}

function drawTour() {
  const steps = [1, 2, 3, 4, 5];
  const next = steps.find((step) => !seen.steps.has(step));
  at("tour-done").textContent = next ? "" : words("tour_done");
  fill(at("tour-steps"), ...steps.map((step) => {
    const done = seen.steps.has(step);
    const state = done ? "done" : step === next ? "next" : "open";
    return element("li", { data: { state }, "aria-current": state === "next" ? "step" : "false" },
      element("span", { className: "number" }, done ? "✓" : String(step)), words(`tour_${step}`));
  }));
}

function drawHealth() {
  if (!health) return;
  const { state, sentence } = health.phone_system;
  const told = { health_phones: sentence, health_journal: health.journal.sentence };
  const facts = [
    ["health_phones", words(`phones_${hasBooth && state === "ready" ? "simulated" : state}`)],
    ["health_journal", health.journal.state === "ready"
      ? words("health_events", { n: health.journal.sequence.toLocaleString(currentLanguage()) })
      : words("health_journal_away")],
    ["health_uptime", duration(health.uptime_seconds * 1000)],
  ];
  fill(at("health-facts"), ...facts.map(([key, text]) =>
    element("div", {}, element("dt", {}, words(key)), element("dd", { title: told[key] ?? "" }, text))));
}

function drawWords() {
  document.documentElement.lang = currentLanguage();
  for (const place of document.querySelectorAll("[data-t]")) place.textContent = words(place.dataset.t);
  for (const place of document.querySelectorAll("[data-t-label]")) place.setAttribute("aria-label", words(place.dataset.tLabel));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === currentLanguage()));
  }
  setLink(link);
  drawTour();
  agent.draw();
  alerts.draw();
  lock.draw();
  queue.draw();
  byHand.draw();
  monitoring.draw();
  timeline.draw();
  voicemails.draw();
  contacts.draw();
  flows.draw();
  numbers.draw();
  messages.draw();
  booth?.draw();
  drawHealth();
  retime();
}

const retime = () => tick(live.now());

// ---- beginning

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    drawWords();
  });
}

at("tour-close").addEventListener("click", () => {
  localStorage.setItem("ringback-tour", "closed");
  at("tour").hidden = true;
});
at("tour").hidden = localStorage.getItem("ringback-tour") === "closed";

at("sign-in-form").addEventListener("submit", (event) => {
  event.preventDefault();
  keepToken(at("token").value.trim());
  at("token-problem").hidden = true;
  live.follow(agent.id);
});

setInterval(retime, 250);
setInterval(async () => {
  if (link !== "live") return;
  health = await ask("GET", "/health").catch(() => health);
  drawHealth();
}, HEALTH_EVERY_MS);
setInterval(() => {
  const summary = words("summary", { ...queue.counts(), byHand: byHand.count });
  if (link === "live" && at("status").textContent !== summary) at("status").textContent = summary;
}, SUMMARY_EVERY_MS);

drawWords();
if (takeToken()) {
  live.follow(agent.id);
  ask("GET", "/health").then((answer) => { health = answer; drawHealth(); }, () => {});
} else {
  show("sign-in");
  at("token").focus();
}
