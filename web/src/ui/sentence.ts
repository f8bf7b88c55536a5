// What happened, in a sentence of the reader's language.

import i18next from "i18next";
import type { components } from "@/api/schema";
import type { CallbackView } from "@/api/views";
import type { en } from "@/i18n/catalogues";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useAgentName } from "@/live/hooks";

export type PublicEvent = components["schemas"]["PublicEvent"];

/** What some events say beside what all say. */
interface Told {
  agent_id?: string | null;
  agent_ids?: string[];
  offers?: { agent_id: string }[];
  colleague_id?: string | null;
  claimed_by?: string | null;
  attempt_number?: number;
  outcome?: CallbackView["outcome"];
  reason?: keyof typeof en.domain.reason | null;
  cause?: string | null;
  digit?: string | null;
  branch?: keyof typeof en.domain.branch | null;
  prompt?: string | null;
  call_id?: string;
  keeps_place?: boolean;
  reached?: boolean;
}

type Key = keyof typeof en.domain.event;
const isKey = (name: string): name is Key => isWord("event", name);

/** Tell whether an event has words at all: some are only for the machine. */
export const isTold = (event: PublicEvent & Told) =>
  (isKey(event.name) || event.name === "call-ended") && event.prompt !== null;

/** An event of a story; `inbound` are the story's calls that customers made. */
export function useSentence(): (event: PublicEvent & Told, inbound: readonly string[]) => string {
  const t = useWords();
  const format = useFormat();
  const agentName = useAgentName();
  const cause = useCause();
  const reasoned = ({ kind, reason }: NonNullable<CallbackView["outcome"]>) =>
    [t(`domain:outcome.${kind}`).toLocaleLowerCase(), reason === null ? null : t(`domain:reason.${reason}`)]
      .filter((each) => each !== null)
      .join(", ");
  return (event, inbound) => {
    const key = keyOf(event, inbound);
    if (!isKey(key)) return key;
    const agentIds = event.agent_ids ?? event.offers?.map((offer) => offer.agent_id) ?? [];
    return t(`domain:event.${key}`, {
      agent: event.agent_id == null ? t("user.operator") : agentName(event.agent_id),
      agents: format.list(agentIds.map(agentName)),
      colleague: agentName(event.colleague_id),
      owner: agentName(event.claimed_by),
      n: event.attempt_number,
      outcome: event.outcome == null ? "" : reasoned(event.outcome),
      reason: event.reason == null ? "" : t(`domain:reason.${event.reason}`),
      cause: cause(event),
      digit: event.digit,
      branch: event.branch == null ? "" : t(`domain:branch.${event.branch}`),
    });
  };
}

function keyOf(event: PublicEvent & Told, inbound: readonly string[]): string {
  switch (event.name) {
    case "call-ended":
      return inbound.includes(event.call_id ?? "") ? "call-ended-in" : "call-ended-out";
    case "menu-left":
      return event.digit === null ? "menu-left-none" : event.name;
    case "callback-unclaimed":
      return event.claimed_by == null ? event.name : "callback-unclaimed-other";
    case "follow-up-answered":
      return event.agent_id == null ? "follow-up-answered-outside" : event.name;
    case "follow-up-called":
      return event.reached === false ? "follow-up-called-not" : event.name;
    case "callback-requested":
      return event.keeps_place === true ? "callback-requested-kept" : event.name;
    default:
      return event.name;
  }
}

function useCause(): (event: PublicEvent & Told) => string {
  const t = useWords();
  return ({ name, cause: told }) => {
    if (told == null) return name === "dial-failed" ? t("domain:reason.outcome_unknown") : "";
    if (isIn("giveUp", told)) return t(`domain:giveUp.${told}`);
    if (isIn("hold", told)) return t(`domain:hold.${told}`);
    return isIn("cause", told) ? t(`domain:cause.${told}`) : told;
  };
}

type Domain = typeof en.domain;

const isWord = (group: keyof Domain, code: PropertyKey) => i18next.exists(`${group}.${String(code)}`, { ns: "domain" });

const isIn = <Group extends keyof Domain>(group: Group, code: PropertyKey): code is keyof Domain[Group] => isWord(group, code);
