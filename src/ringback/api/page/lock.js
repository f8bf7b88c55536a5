// Says why the company has no callbacks, and lets an owner opt in (R1).

import { ask } from "./link.js";
import { showProblem } from "./elements.js";
import { words } from "./words.js";

export class CallbacksLock {
  #reason = null;

  constructor() {
    this.place = document.getElementById("lock");
    this.text = document.getElementById("lock-words");
    this.button = document.getElementById("lock-open");
    this.problem = document.getElementById("lock-problem");
    this.button.addEventListener("click", () => this.#optIn());
  }

  changed(reason) {
    this.#reason = reason;
    this.draw();
  }

  draw() {
    this.place.hidden = !this.#reason;
    this.text.textContent = this.#reason ? words(`lock_${this.#reason}`) : "";
    this.button.hidden = this.#reason !== "not-enrolled";
  }

  async #optIn() {
    try {
      const settings = await ask("GET", "/account/settings");
      await ask("PUT", "/account/settings", { ...settings, enrolled: true });
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
  }
}
