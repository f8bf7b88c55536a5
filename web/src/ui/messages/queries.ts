// The messages there are, and what one may bring.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";

export type MessageView = components["schemas"]["MessageView"];

export const MESSAGES = { queryKey: ["messages"], queryFn: () => ask(api.GET("/api/v1/messages")) } as const;

export const useMessages = () => useQuery(MESSAGES);

export const useMessageLimits = () =>
  useQuery({ queryKey: ["message-limits"], queryFn: () => ask(api.GET("/api/v1/messages/limits")), staleTime: Infinity });
