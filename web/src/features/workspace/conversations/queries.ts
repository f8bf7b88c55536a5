// The conversations that an agent sees, as the API has them; asked again when something happens.

import { useInfiniteQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import { touchesConversations, useFresh } from "@/ui/conversation/queries";
import type { WorkspaceSearch } from "../search";

export type Summary = components["schemas"]["ConversationSummary"];

const PAGE = 30;

export function useConversations(agentId: string, { find, pending }: WorkspaceSearch) {
  const queryKey = ["conversations", agentId, { find, pending }];
  useFresh(["conversations", agentId], touchesConversations);
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/conversations", {
          params: { query: { limit: PAGE, seen_by: agentId, search: find, pending, after: pageParam ?? undefined } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Each contact once, where they stand first: one may move up between two pages. */
export function eachOnce(conversations: readonly Summary[]): Summary[] {
  const first = new Map<string, Summary>();
  for (const each of conversations) if (!first.has(each.contact.id)) first.set(each.contact.id, each);
  return [...first.values()];
}
