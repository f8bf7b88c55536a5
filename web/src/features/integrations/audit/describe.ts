// Entries of the log in words.

import i18next from "i18next";
import type { ParseKeys } from "i18next";
import type { en } from "@/i18n/catalogues";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";
import { useSubjectName } from "../names";
import type { Entry } from "./queries";

type Action = keyof typeof en.integrations.action;
export const ACTIONS = () => Object.keys(i18next.getResourceBundle(i18next.language, "integrations")?.action ?? {}) as Action[];

const isAction = (code: string): code is Action => i18next.exists(`integrations:action.${code}`);

/** What was done, in a few words. */
export function useActionWords(): (code: string) => string {
  const t = useWords();
  return (code) => {
    if (isAction(code)) return t(`integrations:action.${code}`);
    return code.startsWith("compatible-") ? t("integrations:audit.compatible", { what: spaced(code.slice("compatible-".length)) }) : code;
  };
}

/** What an entry says beside: short sentences, and what was sent for who wants to know all. */
export function useDetails(): (entry: Entry) => { words: string[]; sent: unknown } {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const subjectName = useSubjectName();
  const role = (value: unknown) => t(`user.role_${String(value)}` as "user.role_agent");
  const sayings: Record<string, (value: unknown) => string | null> = {
    name: (value) => t("integrations:detail.name", { name: String(value) }),
    role: (value) => t("integrations:detail.role", { role: role(value) }),
    agent_id: (value) => (value === null ? null : t("integrations:detail.agent", { agent: agentName(String(value)) })),
    supervises: (value) => (value === null ? null : t("integrations:detail.scope", { names: format.list(scopeOf(value).map((id) => subjectName(id) ?? id)) })),
    code: (value) => problem(String(value)),
    because: (value) => (value === "restored" ? t("integrations:detail.restored") : String(value)),
    rows: (value) => t("integrations:detail.rows", { count: Number(value), n: format.number(Number(value)) }),
    entries: (value) => t("integrations:detail.entries", { names: format.list(Array.isArray(value) ? value.map(String) : [String(value)]) }),
    user_id: (value) => t("integrations:detail.user", { name: subjectName(String(value)) ?? String(value) }),
    given_bytes: (value) => t("integrations:detail.bytes", { n: format.number(Number(value)) }),
  };
  const problem = (code: string) => (i18next.exists(`errors:${code}`) ? t(`errors:${code}` as ParseKeys<"errors"> as "errors:other", { code }) : code);
  return ({ details }) => {
    const { given, asked, ...told } = details;
    const words = Object.entries(told).map(([name, value]) => (sayings[name] === undefined ? `${spaced(name)}: ${String(value)}` : sayings[name](value)));
    const filters = asked !== null && typeof asked === "object" && Object.keys(asked).length > 0 ? asked : undefined;
    return { words: words.filter((each) => each !== null), sent: given ?? filters };
  };
}

const spaced = (code: string) => code.replace(/[-_]/g, " ");

function scopeOf(value: unknown): string[] {
  const { lines = [], teams = [] } = value as { lines?: string[]; teams?: string[] };
  return [...lines, ...teams];
}
