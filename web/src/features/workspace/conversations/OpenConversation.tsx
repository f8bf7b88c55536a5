// One conversation: what is to be called back, then all that went on, with tags and notes to write.

import { Button, Center } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { AgentView, CallRecordView } from "@/api/views";
import { phoneNumber } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { CopyNumber } from "@/ui/CopyNumber";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { LazyAnnotations } from "@/ui/annotations/LazyAnnotations";
import { Entries } from "@/ui/conversation/Entries";
import { TagsAndNotes } from "@/ui/conversation/TagsAndNotes";
import { useConversation, type Contact } from "@/ui/conversation/queries";
import calls from "../calls/Calls.module.css";
import { ToCallRow } from "../calls/ToCallRow";
import type { WorkspaceSearch } from "../search";
import classes from "./Conversations.module.css";

interface Props {
  agent: AgentView;
  contactId: string;
  search: WorkspaceSearch;
}

export function OpenConversation({ agent, contactId, search }: Props) {
  const t = useWords();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConversation(contactId, agent.id);
  const contact = data?.pages.at(0)?.contact;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const newest = entries.find(({ call }) => call !== null)?.call?.id;
  return (
    <>
      <Link to="/workspace" search={{ ...search, contact: undefined }} resetScroll={false} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden />
        {t("conversations:back")}
      </Link>
      {isPending && <LoadingRows />}
      <Problem error={error} title={t("problem.load_title")} retry={() => void refetch()} />
      {contact !== undefined && <Head contact={contact} />}
      <ToCall agent={agent} contactId={contactId} />
      {contact !== undefined && entries.length === 0 && <Empty title={t("conversations:nothing")} />}
      <Entries entries={entries} written={(call) => <Written call={call} agentId={agent.id} isNewest={call.id === newest} />} />
      {hasNextPage && (
        <Center p="sm">
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("conversations:more")}
          </Button>
        </Center>
      )}
    </>
  );
}

function Head({ contact: { id, name, number } }: { contact: Contact }) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Where the list has made room for the conversation, its row had the focus and is gone.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div className={classes.head}>
      <h3 ref={heading} tabIndex={-1}>
        {name ?? (number === null ? t("customer.unknown") : phoneNumber(number))}
      </h3>
      {number !== null && <CopyNumber number={number} isNamed={name !== null} />}
      <Link to="/contacts/$contactId" params={{ contactId: id }} className={classes.page}>
        {t("conversations:contact")}
      </Link>
    </div>
  );
}

function ToCall({ agent, contactId }: { agent: AgentView; contactId: string }) {
  const t = useWords();
  const toCall = useLive((live) => live.toCall);
  const theirs = [...toCall.values()].filter(({ customer }) => customer.contact_id === contactId);
  if (theirs.length === 0) return null;
  return (
    <ul className={`${calls.rows} ${classes.toCall}`} aria-label={t("conversations:to_call")}>
      {theirs.map((callback) => (
        <ToCallRow key={callback.id} agent={agent} callback={callback} isNamed />
      ))}
    </ul>
  );
}

/** Tags and notes: of the newest call to be written at once, of the others when it is asked for. */
function Written({ call, agentId, isNewest }: { call: CallRecordView; agentId: string; isNewest: boolean }) {
  const t = useWords();
  const [asked, ask] = useState(false);
  if (isNewest || asked) return <LazyAnnotations callId={call.id} agentId={agentId} />;
  return (
    <>
      <TagsAndNotes call={call} />
      <button
        type="button"
        className={calls.annotate}
        onClick={() => {
          ask(true);
        }}
      >
        {t("workspace:notes.title")}
      </button>
    </>
  );
}
