// The filters of the log as they stand in the address.

import type { operations } from "@/api/schema";

type Query = NonNullable<operations["list_audit_log"]["parameters"]["query"]>;

export interface AuditSearch {
  who?: string | undefined;
  action?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Read an address, whatever somebody has written there. */
export function readSearch(given: Record<string, unknown>): AuditSearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" ? value.slice(0, 100) || undefined : undefined;
  };
  const day = (name: string) => (DAY.test(text(name) ?? "") ? text(name) : undefined);
  return { who: text("who"), action: text("action"), since: day("since"), until: day("until") };
}

/** The same as the API asks for it; days are those of the reader. */
export function asQuery({ who, action, since, until }: AuditSearch): Query {
  return {
    actor: who,
    action,
    since: since && new Date(`${since}T00:00`).toISOString(),
    until: until && dayAfter(until).toISOString(),
  };
}

export const isFiltered = (search: AuditSearch) => Object.values(search).some((each) => each !== undefined);

function dayAfter(day: string): Date {
  const instant = new Date(`${day}T00:00`);
  instant.setDate(instant.getDate() + 1);
  return instant;
}
