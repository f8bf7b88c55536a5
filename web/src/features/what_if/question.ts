// What is asked: which days or which list, and what is different. All of it stands in the address.

import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type DaysQuestion = Schemas["WhatIf"];
export type ListQuestion = Schemas["ListedWhatIf"];

export const MODES = ["automated", "manual", "off"] as const;
export const WHEN_BUSY = ["wait", "follow-step", "fail"] as const;
export const RULES = ["simultaneous", "longest-idle", "random"] as const;
export const DAYS_MAX = 31;

export interface WhatIfSearch {
  /** The first day, as a date field writes it, and how many of them. */
  day?: string;
  days?: number;
  line?: string;
  /** A call list that was sent, in the place of days. */
  list?: string;
  source?: "list";
  mode?: (typeof MODES)[number];
  retries?: number;
  when_busy?: (typeof WHEN_BUSY)[number];
  busy_wait?: number;
  respect?: boolean;
  ring_for?: number;
  rule?: (typeof RULES)[number];
  /** More agents in each team, or fewer. */
  more?: number;
  /** How many agents a list's team has. */
  agents?: number;
  /** How many of a hundred press the star. */
  press?: number;
  seed?: number;
  study?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Read an address, whatever somebody has written there. */
export function readSearch(given: Record<string, unknown>): WhatIfSearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 100) || undefined : undefined;
  };
  const one = <Value extends string>(name: string, of: readonly Value[]) => of.find((each) => each === given[name]);
  const whole = (name: string, least: number, most: number) => {
    const value = Number(given[name] ?? Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  };
  const day = text("day") ?? "";
  return {
    day: DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
    days: whole("days", 1, DAYS_MAX),
    line: text("line"),
    list: text("list"),
    source: given.source === "list" ? "list" : undefined,
    mode: one("mode", MODES),
    retries: whole("retries", 0, 5),
    when_busy: one("when_busy", WHEN_BUSY),
    busy_wait: whole("busy_wait", 1, 240),
    respect: typeof given.respect === "boolean" ? given.respect : undefined,
    ring_for: whole("ring_for", 5, 3_600),
    rule: one("rule", RULES),
    more: whole("more", -1_000, 1_000),
    agents: whole("agents", 1, 10_000),
    press: whole("press", 0, 100),
    seed: whole("seed", 0, 1_000_000),
    study: text("study"),
  };
}

/** Tell whether anything is to be different from how it was. */
export function isDifferent(search: WhatIfSearch): boolean {
  const { mode, retries, when_busy, busy_wait, respect, ring_for, rule, more } = search;
  return [mode, retries, when_busy, busy_wait, respect, ring_for, rule].some((each) => each !== undefined) || (more ?? 0) !== 0;
}

/** The same as the API asks for it; only what was chosen is given. */
export function asDaysQuestion(search: WhatIfSearch, day: string, zone: string): DaysQuestion {
  return given({
    begins: new Date(`${day}T00:00`).toISOString(),
    until: daysAfter(day, search.days ?? 1).toISOString(),
    time_zone: zone,
    lines: search.line === undefined ? undefined : [search.line],
    ...settings(search),
    more_agents: search.more,
    press_share: share(search.press),
    seed: search.seed,
  }) as DaysQuestion;
}

export function asListQuestion(search: WhatIfSearch, list: string): ListQuestion {
  return given({
    call_list_id: list,
    ...settings(search),
    agents: search.agents,
    press_share: share(search.press),
    seed: search.seed,
  }) as ListQuestion;
}

function settings(search: WhatIfSearch) {
  return {
    callbacks: given({
      mode: search.mode,
      retries: search.retries,
      when_busy: search.when_busy,
      busy_wait_minutes: search.busy_wait,
      respect_queuing_time: search.respect,
    }),
    ring_steps: given({ ring_for_seconds: search.ring_for, rule: search.rule }),
  };
}

const share = (percent: number | undefined) => (percent === undefined ? undefined : percent / 100);

const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function daysAfter(day: string, days: number): Date {
  const instant = new Date(`${day}T00:00`);
  instant.setDate(instant.getDate() + days);
  return instant;
}

/** Tell whether a study was asked just this; how instants are written does not matter. */
export const isSame = (asked: object, question: object): boolean => plain(asked) === plain(question);

function plain(value: unknown): string {
  if (value === null || typeof value !== "object") {
    const instant = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value;
    return JSON.stringify(instant);
  }
  const entries = Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
  return `{${entries.map(([key, each]) => `${key}:${plain(each)}`).join()}}`;
}
