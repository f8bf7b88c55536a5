// What the history asks of the API.

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import { useSession } from "@/api/useSession";
import { useLiveEvents } from "@/live/hooks";
import { conversationKey } from "@/ui/conversation/queries";
import { asQuery, type HistorySearch } from "./search";

const PAGE = 50;
const CALLS = "history-calls";

export type CallDetail = components["schemas"]["CallDetail"];

export const useCalls = (search: HistorySearch) =>
  useInfiniteQuery({
    queryKey: [CALLS, search],
    queryFn: ({ pageParam }) => {
      const { order, ascending } = search;
      const query = { ...asQuery(search), order, ascending, limit: PAGE, count: pageParam === null, after: pageParam ?? undefined };
      return ask(api.GET("/api/v1/calls", { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** Ask again when calls have ended; what is shown stays until the answer is there. */
export function useFreshCalls(): void {
  const queries = useQueryClient();
  useLiveEvents((events) => {
    if (!events.some(({ name }) => name === "call-ended" || name === "outcome-corrected")) return;
    void queries.invalidateQueries({ queryKey: [CALLS] });
  });
}

export const useLines = () => useQuery({ queryKey: ["lines"], queryFn: () => ask(api.GET("/api/v1/lines")) });

export const useTeams = (enabled: boolean) =>
  useQuery({ queryKey: ["teams"], queryFn: () => ask(api.GET("/api/v1/teams")), enabled });

const callKey = (callId: string) => ["call", callId];

export function useCall(callId: string) {
  const queries = useQueryClient();
  useLiveEvents((_, told) => {
    if (told.calls.some(({ id }) => id === callId) || told.gone.call_ids.includes(callId)) {
      void queries.invalidateQueries({ queryKey: callKey(callId) });
    }
  });
  return useQuery({
    queryKey: callKey(callId),
    queryFn: () => ask(api.GET("/api/v1/calls/{call_id}", { params: { path: { call_id: callId } } })),
  });
}

export const useFairness = (callbackId: string) =>
  useQuery({
    queryKey: ["fairness", callbackId],
    queryFn: () =>
      ask(api.GET("/api/v1/callbacks/{callback_id}/fairness", { params: { path: { callback_id: callbackId } } })),
  });

export function useDeleteVoicemail(callId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.DELETE("/api/v1/calls/{call_id}/voicemail", { params: { path: { call_id: callId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: callKey(callId) }),
  });
}

export function useNameContact(contactId: string) {
  const queries = useQueryClient();
  const { agentId } = useSession();
  return useMutation({
    mutationFn: (name: string | null) =>
      ask(api.PUT("/api/v1/contacts/{contact_id}", { params: { path: { contact_id: contactId } }, body: { name, agent_id: agentId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: conversationKey(contactId) }),
  });
}
