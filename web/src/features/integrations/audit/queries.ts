// What is asked of the log.

import { useInfiniteQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";
import { asQuery, type AuditSearch } from "./search";

export type Entry = components["schemas"]["LogEntryView"];

const PAGE = 50;

export const useLog = (search: AuditSearch) =>
  useInfiniteQuery({
    queryKey: ["audit-log", search],
    queryFn: ({ pageParam }) =>
      ask(api.GET("/api/v1/audit-log", { params: { query: { ...asQuery(search), limit: PAGE, after: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
