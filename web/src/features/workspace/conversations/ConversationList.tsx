// The conversations, the newest first; arrows go through them, Enter opens one.

import { Button, Center } from "@mantine/core";
import { useEffect, useRef, type KeyboardEvent } from "react";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import type { WorkspaceSearch } from "../search";
import { ConversationRow } from "./ConversationRow";
import classes from "./Conversations.module.css";
import { eachOnce, useConversations } from "./queries";

const FULL = 12;

interface Props {
  agent: AgentView;
  search: WorkspaceSearch;
}

export function ConversationList({ agent, search }: Props) {
  const t = useWords();
  const { data, error, isPending, isPlaceholderData, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useConversations(agent.id, search);
  const shown = eachOnce(data?.pages.flatMap((page) => page.conversations) ?? []);
  const list = useFocusOnReturn(search.contact);
  const isShort = shown.length < FULL && hasNextPage && !isFetching && error === null;
  useEffect(() => {
    // A page may be short although more follows.
    if (isShort) void fetchNextPage();
  }, [isShort, fetchNextPage]);
  if (isPending) return <LoadingRows height={56} />;
  return (
    <>
      <Problem error={error} title={t("problem.load_title")} retry={() => void refetch()} />
      {shown.length === 0 && error === null && !hasNextPage && <Nothing search={search} />}
      <ul ref={list} className={classes.rows} aria-label={t("conversations:list")} data-stale={isPlaceholderData} onKeyDown={goThrough}>
        {shown.map((conversation) => (
          <ConversationRow key={conversation.contact.id} conversation={conversation} search={search} />
        ))}
      </ul>
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

function Nothing({ search: { find, pending } }: { search: WorkspaceSearch }) {
  const t = useWords();
  if (find !== undefined) return <Empty title={t("conversations:none_found_title")} words={t("conversations:none_found_words")} />;
  return pending === true ? (
    <Empty title={t("conversations:none_pending_title")} words={t("conversations:none_pending_words")} />
  ) : (
    <Empty title={t("conversations:none_title")} words={t("conversations:none_words")} />
  );
}

/** Where only one of list and conversation is seen, who goes back stands where they left. */
function useFocusOnReturn(contact: string | undefined) {
  const list = useRef<HTMLUListElement>(null);
  const left = useRef(contact);
  useEffect(() => {
    const before = left.current;
    left.current = contact;
    if (contact !== undefined || before === undefined || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLAnchorElement>(`a[data-contact="${CSS.escape(before)}"]`)?.focus();
  }, [contact]);
  return list;
}

function goThrough(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const here = links.findIndex((each) => each === document.activeElement);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
  if (here < 0 || next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}
