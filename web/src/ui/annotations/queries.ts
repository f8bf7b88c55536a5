// Notes and tags of one call, as the API has them.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useLiveEvents } from "@/live/hooks";

const TOUCHING: ReadonlySet<string> = new Set(["call-tagged", "call-untagged", "note-written", "note-edited", "note-deleted"]);

export function useAnnotated(callId: string) {
  const queries = useQueryClient();
  const queryKey = ["annotated", callId];
  useLiveEvents((events) => {
    if (events.some(({ name }) => TOUCHING.has(name))) void queries.invalidateQueries({ queryKey });
  });
  return useQuery({
    queryKey,
    queryFn: async () => (await ask(api.GET("/api/v1/calls/{call_id}", { params: { path: { call_id: callId } } }))).call,
  });
}

export type Deed =
  | { what: "tag" | "untag"; tagId: string }
  | { what: "write"; text: string }
  | { what: "edit"; noteId: string; text: string }
  | { what: "delete"; noteId: string };

export function useAnnotate(callId: string, agentId: string | null) {
  const queries = useQueryClient();
  const query = { agent_id: agentId };
  return useMutation({
    mutationFn: (deed: Deed) => {
      switch (deed.what) {
        case "tag": {
          const path = { call_id: callId, tag_id: deed.tagId };
          return ask(api.PUT("/api/v1/calls/{call_id}/tags/{tag_id}", { params: { path }, body: query }));
        }
        case "untag": {
          const path = { call_id: callId, tag_id: deed.tagId };
          return ask(api.DELETE("/api/v1/calls/{call_id}/tags/{tag_id}", { params: { path, query } }));
        }
        case "write": {
          const path = { call_id: callId };
          return ask(api.POST("/api/v1/calls/{call_id}/notes", { params: { path }, body: { ...query, text: deed.text } }));
        }
        case "edit": {
          const path = { note_id: deed.noteId };
          return ask(api.PUT("/api/v1/notes/{note_id}", { params: { path }, body: { ...query, text: deed.text } }));
        }
        case "delete": {
          const path = { note_id: deed.noteId };
          return ask(api.DELETE("/api/v1/notes/{note_id}", { params: { path, query } }));
        }
      }
    },
    onSuccess: (call) => {
      queries.setQueryData(["annotated", callId], call);
      void queries.invalidateQueries({ queryKey: ["workspace-calls"] });
    },
  });
}
