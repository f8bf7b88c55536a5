// One waiting callback: why it is not ringing yet, and moving it, knowing whom that overtakes.

import { ask } from "./link.js";
import { chip, customerName, element, fill, showProblem } from "./elements.js";
import { clockTime, duration, knows, listed, words } from "./words.js";

const NAMES_SHOWN = 4;
const AHEAD_SHOWN = 8;
const AGENT_TONES = { available: "talking", ringing: "ringing", declined: "failed", "rang-out": "late" };

export class WaitingDialog {
  #item = null;
  #moving = false;
  #agentNames;

  constructor(agentNames) {
    this.#agentNames = agentNames;
    this.dialog = document.getElementById("waiting");
    this.title = document.getElementById("waiting-title");
    this.why = document.getElementById("waiting-why");
    this.form = document.getElementById("waiting-move");
    this.problem = document.getElementById("waiting-problem");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#move();
    });
    // The row's button has been drawn anew meanwhile; the focus goes back to it.
    this.dialog.addEventListener("close", () => document.getElementById(`why-${this.#item?.id}`)?.focus());
  }

  async open(item) {
    this.#item = item;
    this.title.textContent = words("why_title", { who: customerName(item.customer) });
    showProblem(this.problem, null);
    this.why.replaceChildren();
    this.form.replaceChildren();
    this.dialog.showModal();
    try {
      this.#explain(await ask("GET", `/callbacks/${item.id}/why`));
      this.#draw(await ask("GET", `/callbacks/${item.id}/moves`));
    } catch (refused) {
      this.#leaveOnly(refused);
    }
  }

  #explain(told) {
    const clock = told.busy_clock;
    const rung = told.rung_agent_ids.length ? [words("why_rung", { agents: listed(this.#agentNames(told.rung_agent_ids)) })] : [];
    const reasons = [...rung, ...told.bars.map(barWords)];
    if (clock) reasons.push(words(clock.running ? "why_clock" : "why_clock_stands", { time: duration(clock.left_seconds * 1000) }));
    fill(this.why,
      element("ul", { className: "reasons" }, ...reasons.map((reason) => element("li", {}, reason))),
      element("h3", {}, words("why_ahead")), this.#ahead(told),
      element("h3", {}, words("why_agents")), this.#agents(told.agents));
  }

  #ahead({ ahead, ahead_total, at }) {
    if (!ahead_total) return element("p", { className: "about" }, words("why_ahead_none"));
    const shown = ahead.slice(0, AHEAD_SHOWN);
    const rows = shown.map((item) => element("li", {},
      element("span", {}, `${item.kind === "callback" ? "↩" : "☎"} ${customerName(item.customer)}`),
      element("span", { className: "about" }, [duration(Date.parse(at) - Date.parse(item.since)), item.takes_next ? null : words("why_passes")].filter(Boolean).join(" · "))));
    const more = ahead_total - shown.length;
    if (more > 0) rows.push(element("li", { className: "about" }, words("queue_more", { n: more })));
    return element("ol", { className: "pairs" }, ...rows);
  }

  #agents(agents) {
    if (!agents.length) return element("p", { className: "about" }, words("why_agents_none"));
    return element("ul", { className: "pairs" }, ...agents.map(({ name, bar, until }) => element("li", {},
      element("span", {}, name),
      chip([words(`bar_${bar}`), until && words("why_until", { time: clockTime(until, { seconds: true }) })].filter(Boolean).join(" "), AGENT_TONES[bar]))));
  }

  #draw({ overtaken, steps, agents }) {
    const choices = [this.#choice("front", this.#overtaken(overtaken), null, { disabled: !overtaken.length })];
    if (steps.length) {
      choices.push(this.#choice("step", null, select("step_id", steps.map((step) =>
        [step.step_id, words("move_step_option", { name: step.name, n: step.waiting })]))));
    }
    if (agents.length) {
      choices.push(this.#choice("agent", words("move_agent_hint"), select("agent_id", agents.map((agent) => [agent.agent_id, agent.name]))));
    }
    fill(this.form, element("h3", { id: "waiting-move-title" }, words("move_title")), ...choices, this.#actions(element("button", { type: "submit", className: "danger" }, words("move_do"))));
    const first = this.form.querySelector("input:enabled");
    if (first) first.checked = true;
  }

  #overtaken(items) {
    if (!items.length) return words("move_front_nobody");
    const names = items.slice(0, NAMES_SHOWN).map(({ customer }) => customerName(customer));
    const more = items.length - names.length;
    const who = more > 0 ? words("move_front_more", { who: names.join(", "), n: more }) : listed(names);
    return words("move_front_overtakes", { who });
  }

  #choice(to, hint, more, { disabled = false } = {}) {
    const radio = element("input", { type: "radio", name: "to", value: to, disabled, "aria-describedby": hint ? `move-hint-${to}` : "" });
    if (more) more.addEventListener("input", () => { radio.checked = true; });
    if (more) more.setAttribute("aria-label", words(`move_${to}`));
    return element("div", { className: "choice" },
      element("label", {}, radio, element("span", {}, words(`move_${to}`))), more,
      hint ? element("p", { id: `move-hint-${to}`, className: "about" }, hint) : null);
  }

  #actions(...buttons) {
    const leave = element("button", { type: "button", className: "secondary", onclick: () => this.dialog.close() }, words("move_leave"));
    return element("div", { className: "actions" }, leave, ...buttons);
  }

  #leaveOnly(refused) {
    fill(this.form, this.#actions());
    showProblem(this.problem, refused);
  }

  async #move() {
    if (this.#moving) return;
    this.#moving = true;
    const given = new FormData(this.form);
    const to = given.get("to");
    const body = { to };
    if (to === "step") body.step_id = given.get("step_id");
    if (to === "agent") body.agent_id = given.get("agent_id");
    try {
      await ask("POST", `/callbacks/${this.#item.id}/move`, body);
      this.dialog.close();
    } catch (refused) {
      showProblem(this.problem, refused);
    }
    this.#moving = false;
  }
}

function barWords({ kind, until }) {
  const reason = knows(`why_${kind}`) ? words(`why_${kind}`) : words("why_hold", { cause: words(`hold_${kind}`) });
  return until ? `${reason} (${words("why_until", { time: clockTime(until, { seconds: true }) })})` : reason;
}

function select(name, options) {
  return element("select", { name }, ...options.map(([value, text]) => element("option", { value }, text)));
}
