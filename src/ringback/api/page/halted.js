// Says that nobody is called back for the moment, and lets somebody resume it.

import { ask } from "./link.js";
import { showProblem } from "./elements.js";

export class Halted {
  constructor() {
    this.place = document.getElementById("halted");
    this.problem = document.getElementById("halted-problem");
    document.getElementById("halted-resume").addEventListener("click", () => this.#resume());
  }

  changed(halted) {
    this.place.hidden = !halted;
  }

  async #resume() {
    try {
      await ask("POST", "/account/callbacks/resume");
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
  }
}
