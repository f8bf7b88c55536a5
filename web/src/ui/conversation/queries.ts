// A contact's conversation, as the API has it; asked again when something happens in it.

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useThrottledCallback } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import type { Changes, LiveEvent } from "@/api/views";
import { useLive, useLiveEvents } from "@/live/hooks";

export type Entry = components["schemas"]["ConversationEntryView"];
export type Contact = components["schemas"]["ContactView"];

const PAGE = 30;
const ASKED_AGAIN_MS = 1_500;
const TOUCHING: ReadonlySet<string> = new Set([
  "call-ended",
  "outcome-corrected",
  "callback-requested",
  "request-joined",
  "callback-closed",
  "follow-up-called",
  "follow-up-answered",
  "follow-up-dismissed",
  "call-tagged",
  "call-untagged",
  "note-written",
  "note-edited",
  "note-deleted",
  "customer-named",
  "customer-erased",
]);

/** Ask again for what is shown under a key when something happens in a conversation, but not too often. */
export function useFresh(queryKey: readonly unknown[], touches: (events: readonly LiveEvent[], told: Changes) => boolean): void {
  const queries = useQueryClient();
  const again = useThrottledCallback(() => void queries.invalidateQueries({ queryKey }), ASKED_AGAIN_MS);
  useLiveEvents((events, told) => {
    if (touches(events, told)) again();
  });
  const phase = useLive((live) => live.phase);
  const before = useRef(phase);
  useEffect(() => {
    // Of what happened while the connection was lost nobody is told.
    const isBack = phase === "live" && before.current !== "live" && before.current !== "connecting";
    before.current = phase;
    if (isBack) again();
  }, [phase, again]);
}

export const touchesConversations = (events: readonly LiveEvent[]) => events.some(({ name }) => TOUCHING.has(name));

export const conversationKey = (contactId: string) => ["contact", contactId];

/** The calls and callbacks of a contact, the newest first: of the lines that an agent sees, if one is named. */
export function useConversation(contactId: string, seenBy?: string) {
  const queryKey = [...conversationKey(contactId), seenBy];
  useFresh(queryKey, (events, told) =>
    touchesConversations(events) || [...told.calls, ...told.callbacks].some(({ customer }) => customer.contact_id === contactId),
  );
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/contacts/{contact_id}/conversation", {
          params: { path: { contact_id: contactId }, query: { limit: PAGE, after: pageParam ?? undefined, seen_by: seenBy } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}
