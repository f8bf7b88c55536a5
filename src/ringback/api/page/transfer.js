// Transferring a conversation: choose a colleague, a team or a number, and let it go on there.

import { ask } from "./link.js";
import { element } from "./elements.js";
import { words } from "./words.js";

export class Transfer {
  #teams = [];
  #lines = [];
  #chosen = "";

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
    this.#chosen = "";
  }

  element(line) {
    const select = element("select", {
      id: "card-transfer-to", "aria-label": words("transfer_to"), "aria-keyshortcuts": "T",
      onfocus: () => this.#fill(select, line),
      onchange: () => {
        this.#chosen = select.value;
        button.disabled = !select.value;
        consult.disabled = !this.#isAgent();
      },
    });
    const button = element("button", {
      type: "button", id: "card-transfer", className: "secondary", disabled: !this.#chosen,
      onclick: () => this.#go(),
    }, words("transfer_do"));
    const consult = element("button", {
      type: "button", id: "card-consult", className: "secondary", disabled: !this.#isAgent(),
      onclick: () => this.#consult(),
    }, words("consult_do"));
    this.#fill(select, line);
    return element("div", { className: "transfer" }, select, consult, button);
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
      ...group("transfer_lines", lines.map(({ id, settings }) => option("line", id, settings.name))));
  }

  #go() {
    const [to, ...id] = this.#chosen.split(" ");
    if (to) this.act({ to, id: id.join(" ") });
  }
}
