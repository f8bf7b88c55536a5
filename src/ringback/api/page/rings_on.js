// Where the agent's calls ring: on their own phone, or on an outside number.

import { element, fill } from "./elements.js";
import { words } from "./words.js";

export class RingsOn {
  #choosing = false;
  #drawn = "";

  constructor({ ask }) {
    this.ask = ask;
    this.place = document.getElementById("rings-on");
  }

  draw(agent) {
    const { phone, outside_number: number, id } = agent;
    const signature = JSON.stringify([id, phone, number, this.#choosing, document.documentElement.lang]);
    if (signature === this.#drawn) return;
    this.#drawn = signature;
    const outside = phone === "outside" || this.#choosing;
    const options = [["own", words("rings_on_own")], ["outside", number ? `${words("rings_on_outside")} (${number})` : words("rings_on_outside")]];
    const select = element("select", { id: "rings-on-select", onchange: () => this.#chosen(agent, select.value) },
      ...options.map(([value, text]) => element("option", { value, selected: (value === "outside") === outside }, text)));
    fill(this.place, element("label", { className: "inline" }, element("span", {}, words("rings_on")), select),
      outside ? this.#numberForm(agent) : null);
  }

  #numberForm(agent) {
    const input = element("input", { id: "rings-on-number", type: "tel", autocomplete: "tel", placeholder: agent.outside_number ?? "+33 6 12 34 56 78", "aria-label": words("rings_on_number") });
    const save = (event) => {
      event.preventDefault();
      if (input.value.trim()) this.#set(agent, { phone: "outside", number: input.value.trim() });
    };
    return element("form", { onsubmit: save }, input, element("button", { id: "rings-on-save", className: "secondary" }, words("rings_on_save")));
  }

  #chosen(agent, value) {
    this.#choosing = value === "outside" && !agent.outside_number;
    if (this.#choosing) this.draw(agent);
    else this.#set(agent, { phone: value });
  }

  async #set(agent, wanted) {
    if (await this.ask("PUT", `/agents/${agent.id}/rings-on`, wanted)) this.#choosing = false;
    this.#drawn = "";
  }
}
