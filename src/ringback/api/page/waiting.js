// What a supervisor may do with one waiting callback: move it, knowing whom that overtakes.

import { ask } from "./link.js";
import { customerName, element, fill, showProblem } from "./elements.js";
import { listed, words } from "./words.js";

const NAMES_SHOWN = 4;

export class WaitingDialog {
  #item = null;
  #moving = false;

  constructor() {
    this.dialog = document.getElementById("waiting");
    this.title = document.getElementById("waiting-title");
    this.form = document.getElementById("waiting-move");
    this.problem = document.getElementById("waiting-problem");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#move();
    });
    // The row's button has been drawn anew meanwhile; the focus goes back to it.
    this.dialog.addEventListener("close", () => document.getElementById(`move-${this.#item?.id}`)?.focus());
  }

  async open(item) {
    this.#item = item;
    this.title.textContent = words("move_title", { who: customerName(item.customer) });
    showProblem(this.problem, null);
    this.form.replaceChildren();
    this.dialog.showModal();
    try {
      this.#draw(await ask("GET", `/callbacks/${item.id}/moves`));
    } catch (refused) {
      this.#leaveOnly(refused);
    }
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
    fill(this.form, ...choices, this.#actions(element("button", { type: "submit", className: "danger" }, words("move_do"))));
    const first = this.form.querySelector("input:enabled");
    if (first) first.checked = true;
    first?.focus();
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

function select(name, options) {
  return element("select", { name }, ...options.map(([value, text]) => element("option", { value }, text)));
}
