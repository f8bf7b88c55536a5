// What changes mean: from when on they count and for whom, and which of them hurt.

import { sourceOf, type Changes, type LineSettings, type Sources } from "./paths";

/** From when on a change counts. */
export type Impact = "requests" | "dialling" | "assigned" | "calls" | "flow" | "company";

const IMPACTS: readonly Impact[] = ["requests", "dialling", "assigned", "calls", "flow", "company"];

function impactOf(path: string): Impact {
  if (sourceOf(path) === "flow") return "flow";
  if (sourceOf(path) === "account") return "company";
  if (path.startsWith("line callbacks ")) return "requests";
  if (path.startsWith("line dialling ")) return "dialling";
  return path.startsWith("line assigned_") ? "assigned" : "calls";
}

/** Name every impact that the changes have, each once, in a fixed order. */
export function impactsOf(changes: Changes): Impact[] {
  const found = new Set(Object.keys(changes).map(impactOf));
  return IMPACTS.filter((each) => found.has(each));
}

/** What is asked about before it is done. */
export type Harm = "off" | "manual" | "fail" | "none-called" | "fewer-countries" | "withdrawn";

export function harmsOf(saved: Sources, wanted: Sources): Harm[] {
  const [was, is] = [saved.line.callbacks, wanted.line.callbacks];
  const harms: Harm[] = [];
  if (was?.mode !== "off" && is?.mode === "off") harms.push("off");
  if (was?.mode === "automated" && is?.mode === "manual") harms.push("manual");
  if (is?.mode === "automated" && was?.when_busy !== "fail" && is.when_busy === "fail") harms.push("fail");
  if (isShut(wanted.line) && !isShut(saved.line)) harms.push("none-called");
  if (countriesOf(saved.line).some((country) => !countriesOf(wanted.line).includes(country))) harms.push("fewer-countries");
  if (saved.account.enrolled === true && wanted.account.enrolled === false) harms.push("withdrawn");
  return harms;
}

const isShut = ({ dialling }: LineSettings) => dialling?.customer_day_max === 0 || dialling?.line_hour_max === 0;

function countriesOf({ dialling, country }: LineSettings): readonly string[] {
  const chosen = dialling?.countries ?? [];
  return chosen.length === 0 ? [country] : chosen;
}
