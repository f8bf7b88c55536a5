// What of the first steps is done: asked of the server again soon after what may have done one.

import { useThrottledCallback } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useLiveEvents } from "@/live/hooks";
import { nextOf } from "./steps";

const KEY = ["checklist"];
const TOUCHING = /^(call-(began|connected|ended)|queue-joined|agent-freed|callback-(requested|settled|closed)|dial-intended|customer-(reached|connected)|line-configured|team-configured|account-)/;
/** It is asked once in this time at most. */
const TOGETHER_MS = 1_000;

export function useChecklist(wanted: boolean) {
  const queries = useQueryClient();
  const checklist = useQuery({
    queryKey: KEY,
    queryFn: () => ask(api.GET("/api/v1/checklist")),
    enabled: wanted,
  });
  const complete = checklist.data !== undefined && nextOf(checklist.data.steps) === undefined;
  const askAgain = useThrottledCallback(() => void queries.invalidateQueries({ queryKey: KEY }), TOGETHER_MS);
  useLiveEvents((events) => {
    if (wanted && !complete && events.some(({ name }) => TOUCHING.test(name))) askAgain();
  });
  return checklist;
}
