// What of the first steps is done: asked of the server again whenever something happens.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useLiveEvents } from "@/live/hooks";
import { nextOf } from "./steps";

const KEY = ["checklist"];

export function useChecklist(wanted: boolean) {
  const queries = useQueryClient();
  const checklist = useQuery({
    queryKey: KEY,
    queryFn: () => ask(api.GET("/api/v1/checklist")),
    enabled: wanted,
  });
  const complete = checklist.data !== undefined && nextOf(checklist.data.steps) === undefined;
  useLiveEvents(() => {
    if (wanted && !complete) void queries.invalidateQueries({ queryKey: KEY });
  });
  return checklist;
}
