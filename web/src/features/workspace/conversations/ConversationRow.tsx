// One conversation in the list: who, when, what happened last, on which line, and what is pending.

import { Link } from "@tanstack/react-router";
import { phoneNumber, useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive, useLiveStore } from "@/live/hooks";
import { useEntryState } from "@/ui/conversation/entryState";
import { StateBadge } from "@/ui/StateBadge";
import type { WorkspaceSearch } from "../search";
import classes from "./Conversations.module.css";
import type { Summary } from "./queries";

interface Props {
  conversation: Summary;
  search: WorkspaceSearch;
}

export function ConversationRow({ conversation, search }: Props) {
  const t = useWords();
  const format = useFormat();
  const { clock } = useLiveStore();
  const { contact, newest, pending_callbacks } = conversation;
  const state = useEntryState()(newest);
  const isOnThePhone = useLive((live) => [...live.calls.values()].some(({ customer, stage }) => customer.contact_id === contact.id && stage !== "callback-pending"));
  const about = newest.call ?? newest.callback;
  const note = newest.call?.notes.at(-1);
  return (
    <li>
      <Link to="/workspace" search={{ ...search, contact: contact.id }} resetScroll={false} className={classes.row} data-contact={contact.id}>
        <span className={classes.who}>{contact.name ?? (contact.number === null ? t("customer.unknown") : phoneNumber(contact.number))}</span>
        <time className={classes.when} dateTime={newest.at}>
          {format.moment(newest.at, clock.now())}
        </time>
        <span className={classes.what}>
          {isOnThePhone ? (
            <StateBadge tone="talking">{t("conversations:on_the_phone")}</StateBadge>
          ) : (
            <StateBadge tone={state.tone} icon={state.icon}>
              {state.words}
            </StateBadge>
          )}
          <span className={classes.line}>{about?.line.name}</span>
        </span>
        {pending_callbacks > 0 && (
          <span className={classes.count}>
            <span aria-hidden>{format.number(pending_callbacks)}</span>
            <span className="spoken">{t("conversations:count", { count: pending_callbacks })}</span>
          </span>
        )}
        {note !== undefined && <span className={classes.note}>{t("conversations:note", { text: note.text })}</span>}
      </Link>
    </li>
  );
}
