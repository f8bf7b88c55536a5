// Consulting a colleague before transferring: what the card says, and its two ways out.

import { element } from "./elements.js";
import { words } from "./words.js";

export class Consulting {
  #notice = null;

  constructor({ act, names }) {
    this.act = act;
    this.names = names;
  }

  // Why a consultation came to nothing is said for as long as the customer stays on hold.
  notice(event, me) {
    if (event.name !== "consultation-ended" || event.agent_id !== me) return;
    this.#notice = event.ending === "cancelled" ? null : event;
  }

  forget() {
    this.#notice = null;
  }

  onHold() {
    if (!this.#notice) return words("stage_on-hold");
    const [agent] = this.names([this.#notice.colleague_id]);
    return words(`consult_end_${this.#notice.ending}`, { agent });
  }

  words({ consultation }, me) {
    const mine = consultation.agent_id === me;
    const [agent] = this.names([mine ? consultation.colleague_id : consultation.agent_id]);
    if (!mine) return words("consult_asked", { agent });
    return words(consultation.answered ? "consult_talking" : "consult_ringing", { agent });
  }

  // To hang up would complete the transfer, so that is what the button of who consults says.
  actions({ consultation }, me, hangUp) {
    if (consultation.agent_id !== me) return [hangUp];
    const button = (id, className, path, key) => element("button", {
      type: "button", id, className, onclick: () => this.act(path),
    }, words(key));
    return [
      button("card-back", "secondary", "cancel-consultation", "consult_cancel"),
      button("card-complete", "primary", "complete-transfer", "consult_complete"),
    ];
  }
}
