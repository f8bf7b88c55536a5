// Transferring a conversation: choose a colleague, a team or a number, and let it go on there.

import { ask } from "./link.js";
import { element } from "./elements.js";
import { words } from "./words.js";

const OUTSIDE = "number";

export class Transfer {
  #teams = [];
  #lines = [];
  #chosen = "";
  #number = "";

  constructor({ act, consult, others }) {
    this.act = act;
    this.consult = consult;
    this.others = others;
  }

  // The teams and numbers change so rarely that they are looked up when a conversation begins.
  async reset() {
    [this.#teams, this.#lines] = await Promise.all([ask("GET", "/teams"), ask("GET", "/lines")]);
  }

  forget() {
    this.#chosen = this.#number = "";
  }

  element(line) {
    const select = element("select", {
      id: "card-transfer-to", "aria-label": words("transfer_to"), "aria-keyshortcuts": "T",
      onfocus: () => this.#fill(select, line),
      onchange: () => {
        this.#chosen = select.value;
        ready();
        if (!number.hidden) number.focus();
      },
    });
    const number = element("input", {
      type: "tel", id: "card-transfer-number", value: this.#number, maxLength: 32, autocomplete: "off",
      placeholder: words("transfer_number"), "aria-label": words("transfer_number"),
      oninput: () => {
        this.#number = number.value;
        ready();
      },
      onkeydown: (event) => {
        if (event.key === "Enter" && !button.disabled) this.#go();
      },
    });
    const ready = () => {
      number.hidden = !this.#isNumber();
      button.disabled = !this.#chosen || (this.#isNumber() && !this.#number.trim());
      consult.disabled = !this.#isAgent();
    };
    const button = element("button", {
      type: "button", id: "card-transfer", className: "secondary",
      onclick: () => this.#go(),
    }, words("transfer_do"));
    const consult = element("button", {
      type: "button", id: "card-consult", className: "secondary",
      onclick: () => this.#consult(),
    }, words("consult_do"));
    this.#fill(select, line);
    ready();
    return element("div", { className: "transfer" }, select, number, consult, button);
  }

  #isNumber() {
    return this.#chosen === OUTSIDE;
  }

  #isAgent() {
    return this.#chosen.startsWith("agent ");
  }

  #consult() {
    if (this.#isAgent()) this.consult({ colleague_id: this.#chosen.slice("agent ".length) });
  }

  #fill(select, line) {
    const option = (kind, id, name, disabled = false) =>
      element("option", { value: `${kind} ${id}`, disabled, selected: this.#chosen === `${kind} ${id}` }, name);
    const group = (key, options) => options.length ? [element("optgroup", { label: words(key) }, ...options)] : [];
    const agents = this.others().map(({ id, name, condition }) => {
      const away = condition !== "available";
      return option("agent", id, away ? words("transfer_away", { name }) : name, away);
    });
    const teams = this.#teams.map(({ id, settings }) => option("team", id, settings.name));
    const lines = this.#lines.filter(({ id }) => id !== line?.id);
    select.replaceChildren(
      element("option", { value: "" }, words("transfer_to")),
      ...group("transfer_agents", agents),
      ...group("transfer_teams", teams),
      ...group("transfer_lines", [
        ...lines.map(({ id, settings }) => option("line", id, settings.name)),
        element("option", { value: OUTSIDE, selected: this.#isNumber() }, words("transfer_outside")),
      ]));
  }

  #go() {
    const [to, ...id] = this.#isNumber() ? ["number", this.#number.trim()] : this.#chosen.split(" ");
    if (to) this.act({ to, id: id.join(" ") });
  }
}
