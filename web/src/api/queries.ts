// The one cache of requests: old data stay while new ones are fetched, refusals are not retried.

import { QueryClient } from "@tanstack/react-query";
import { Refused, UNREACHABLE } from "./refused";

const RETRIES_MAX = 3;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      placeholderData: (before: unknown) => before,
      retry: (failures, error) =>
        error instanceof Refused && error.code === UNREACHABLE && failures < RETRIES_MAX,
    },
    mutations: { retry: false },
  },
});
