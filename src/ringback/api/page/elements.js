// Small makers of elements; all text is set as text, so no caller's name can become markup.

import { duration, knows, words } from "./words.js";

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "data") Object.assign(made.dataset, value);
    else if (name.startsWith("aria-") || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// Replaces the children of an element and keeps the focus on the one with the same id.
export function fill(parent, ...children) {
  const focused = document.activeElement;
  const id = parent.contains(focused) && focused !== parent ? focused.id : "";
  parent.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
  if (id) document.getElementById(id)?.focus();
}

export function customerName(customer) {
  return customer.withheld ? words("card_withheld") : customer.name ?? customer.number ?? words("card_unknown");
}

export function chip(text, tone) {
  return element("span", { className: "chip", data: { tone } }, text);
}

export function showProblem(place, refused) {
  place.hidden = !refused;
  if (refused) place.textContent = problemWords(refused);
}

export function problemWords(refused) {
  if (refused.code === "unreachable") return words("error_unreachable");
  const key = `error_${refused.code}`;
  return knows(key) ? words(key) : `${words("error_other", { code: refused.code })} ${refused.message}`;
}

// A span that a tick keeps up to date from two instants and the server's clock.
export function timer(since, { until = false, key = null } = {}) {
  const data = { [until ? "until" : "since"]: String(Date.parse(since)) };
  if (key) data.words = key;
  return element("span", { data, "aria-hidden": "true", className: "timer" });
}

export function tick(now, root = document) {
  for (const span of root.querySelectorAll(".timer")) {
    const { since, until, words: key } = span.dataset;
    const text = duration(since ? now - Number(since) : Number(until) - now);
    const shown = key ? words(key, { time: text }) : text;
    if (span.textContent !== shown) span.textContent = shown;
  }
  for (const bar of root.querySelectorAll(".bar > i")) {
    const { from, to } = bar.dataset;
    const left = Math.min(1, Math.max(0, (Number(to) - now) / (Number(to) - Number(from))));
    bar.style.transform = `scaleX(${left.toFixed(4)})`;
  }
}
