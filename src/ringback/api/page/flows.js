// Flows: which version is in force, drafts with what is wrong with them, and rolling back.

import { ask } from "./link.js";
import { chip, element, fill, showProblem } from "./elements.js";
import { clockTime, currentLanguage, knows, words } from "./words.js";

const VERSIONS_SHOWN = 8;
const CHANGES = new Set(["flow-published", "flow-draft-saved", "flow-draft-discarded"]);

export class FlowPanel {
  #flows = [];
  #drafts = [];
  #versions = [];
  #chosen = null;
  #confirming = null;
  #busy = false;

  constructor() {
    this.panel = document.getElementById("flows");
    this.which = document.getElementById("flow-which");
    this.place = document.getElementById("flow-versions");
    this.problem = document.getElementById("flow-problem");
    this.which.addEventListener("change", () => this.#choose(this.which.value));
  }

  async reset() {
    [this.#flows, this.#drafts] = await Promise.all([ask("GET", "/flows"), ask("GET", "/flow-drafts")]);
    const ids = this.#ids();
    if (!ids.includes(this.#chosen)) this.#chosen = ids[0] ?? null;
    const known = this.#flows.some(({ id }) => id === this.#chosen);
    this.#versions = known ? await ask("GET", `/flows/${this.#chosen}/versions`) : [];
    this.draw();
  }

  changed(events) {
    if (events.some(({ name }) => CHANGES.has(name))) this.reset().catch(() => {});
  }

  // ---- drawing

  draw() {
    const ids = this.#ids();
    this.panel.hidden = !ids.length;
    fill(this.which, ...ids.map((id) => element("option", { value: id, selected: id === this.#chosen }, this.#name(id))));
    const draft = this.#drafts.find(({ flow_id }) => flow_id === this.#chosen);
    const shown = this.#versions.slice(0, VERSIONS_SHOWN);
    const rows = [draft && this.#draft(draft), ...shown.map((version) => this.#version(version))];
    const more = this.#versions.length - shown.length;
    if (more > 0) rows.push(element("li", { className: "hint" }, words("flow_more", { n: more })));
    fill(this.place, ...rows.filter(Boolean));
  }

  #ids() {
    return [...new Set([...this.#flows.map(({ id }) => id), ...this.#drafts.map(({ flow_id }) => flow_id)])];
  }

  #name(id) {
    const shown = this.#flows.find((flow) => flow.id === id) ?? this.#drafts.find(({ flow_id }) => flow_id === id);
    return shown.settings.name || id;
  }

  #draft(draft) {
    const about = words("flow_saved", { who: draft.saved_by, time: moment(draft.saved_at) });
    const wrong = [...draft.problems.map((each) => ["problem", each]), ...draft.warnings.map((each) => ["warning", each])];
    return element("li", { data: { id: "draft" } },
      element("span", { className: "who" }, words("flow_draft"), element("span", { className: "about" }, about)),
      element("span", { className: "right" }, draft.problems.length ? chip(words("flow_problems", { n: draft.problems.length }), "failed") : null),
      wrong.length ? element("ul", { className: "wrong" }, ...wrong.map(([kind, each]) => this.#wrong(kind, each))) : null,
      this.#actions("draft", [
        ["publish", "primary", { disabled: draft.problems.length > 0 }],
        ["discard", "secondary", {}],
      ]));
  }

  #wrong(kind, { code, step_id, detail }) {
    const key = `${kind}_${code}`;
    const what = knows(key) ? words(key, { detail }) : `${code} (${detail})`;
    return element("li", { data: { kind } }, element("b", {}, step_id ?? words("flow_whole")), ` ${what}`);
  }

  #version(version) {
    const about = words("flow_published", { who: version.published_by, time: moment(version.published_at) });
    const content = version.rolled_back_to && words("flow_content", { n: version.rolled_back_to });
    const { calls, callbacks } = version.waiting;
    const waiting = calls + callbacks ? words("flow_waiting", { calls, callbacks }) : null;
    const warnings = version.in_force ? this.#flows.find(({ id }) => id === this.#chosen)?.warnings ?? [] : [];
    return element("li", { data: { id: String(version.version) } },
      element("span", { className: "who" }, words("flow_version", { n: version.version }),
        element("span", { className: "about" }, [content, about, waiting].filter(Boolean).join(" · "))),
      element("span", { className: "right" }, version.in_force ? chip(words("flow_in_force"), "talking") : null),
      warnings.length ? element("ul", { className: "wrong" }, ...warnings.map((each) => this.#wrong("warning", each))) : null,
      version.in_force ? null : this.#actions(String(version.version), [["roll_back", "secondary", {}]]));
  }

  #actions(row, actions) {
    if (this.#confirming?.row === row) return this.#confirmation(this.#confirming);
    return element("span", { className: "row-actions" }, ...actions.map(([action, style, more]) =>
      this.#button(row, action, style, { onclick: () => this.#confirm({ row, action }), ...more })));
  }

  // Says what happens to those who wait, before anything is done.
  #confirmation(wish) {
    const { row, action } = wish;
    const waiting = this.#flows.find(({ id }) => id === this.#chosen)?.waiting ?? { calls: 0, callbacks: 0 };
    const sure = words(`flow_sure_${action}`, { n: row });
    const stay = action === "discard" ? "" : words(waiting.calls + waiting.callbacks ? "flow_stay" : "flow_nobody", waiting);
    return element("span", { className: "row-actions", role: "group", "aria-label": sure },
      element("span", { className: "sure" }, [sure, stay].filter(Boolean).join(" ")),
      this.#button(row, `${action}_yes`, action === "discard" ? "danger" : "primary", { onclick: () => this.#do(wish) }),
      this.#button(row, "keep", "secondary", { onclick: () => this.#confirm(null, { row, action }) }));
  }

  #button(row, action, style, more) {
    const label = words(`flow_${action}`);
    return element("button", {
      type: "button", id: `flow-${action}-${row}`, className: `${style} small`, ...more,
      "aria-label": row === "draft" ? `${label}, ${words("flow_draft")}` : `${label}, ${words("flow_version", { n: row })}`,
      "aria-disabled": String(this.#busy),
    }, label);
  }

  // ---- what people do

  #choose(id) {
    this.#chosen = id;
    this.#confirming = null;
    showProblem(this.problem, null);
    this.reset().catch(() => {});
  }

  // What is sent is what was seen when it was asked: a colleague's change since then is refused.
  #confirm(wish, before = wish) {
    this.#confirming = wish && { ...wish, ...this.#seen() };
    this.draw();
    document.getElementById(`flow-${wish ? "keep" : before.action}-${before.row}`)?.focus();
  }

  #seen() {
    const draft = this.#drafts.find(({ flow_id }) => flow_id === this.#chosen)?.draft ?? 0;
    return { draft, version: this.#flows.find(({ id }) => id === this.#chosen)?.version ?? 0 };
  }

  async #do({ row, action, draft, version }) {
    if (this.#busy) return;
    this.#busy = true;
    const address = `/flows/${this.#chosen}`;
    try {
      if (action === "publish") await ask("POST", `${address}/publish`, { draft, version });
      else if (action === "discard") await ask("DELETE", `${address}/draft?seen_draft=${draft}`);
      else await ask("POST", `${address}/roll-back`, { version: Number(row), seen_version: version });
      showProblem(this.problem, null);
    } catch (refused) {
      showProblem(this.problem, refused);
    }
    this.#busy = false;
    this.#confirming = null;
    await this.reset().catch(() => {});
    (this.place.querySelector("button:enabled") ?? this.which).focus();
  }
}

function moment(instant) {
  const at = Date.parse(instant);
  const day = new Date(at).toLocaleDateString(currentLanguage(), { day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${clockTime(at)}`;
}
