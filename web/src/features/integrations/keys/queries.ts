// What is asked about the keys of programs.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type ApiKey = Schemas["ApiKeyView"];
export type KeyDraft = Schemas["ApiKeyDraft"];

export function useMakeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: KeyDraft) => ask(api.POST("/api/v1/api-keys", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["api-keys"] }),
  });
}

export function useRevokeKey(keyId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.DELETE("/api/v1/api-keys/{key_id}", { params: { path: { key_id: keyId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["api-keys"] }),
  });
}
