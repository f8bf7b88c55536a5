// Calls that have ended, of the lines this agent sees, by the filters chosen.

import { Button, Center } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "@/api/client";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { useLiveEvents } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import classes from "./Calls.module.css";
import { Filters } from "./Filters";
import { PastCallRow } from "./PastCallRow";
import { NO_FILTER, type CallFilter } from "./filter";

const PAGE = 30;
const KEY = "workspace-calls";

export function PastCalls({ agent }: { agent: AgentView }) {
  const t = useWords();
  const [filter, choose] = useState<CallFilter>(NO_FILTER);
  const queries = useQueryClient();
  const calls = useInfiniteQuery({
    queryKey: [KEY, agent.id, filter],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/calls", {
          params: {
            query: {
              limit: PAGE,
              seen_by: agent.id,
              after: pageParam ?? undefined,
              since: filter.since === "" ? undefined : new Date(`${filter.since}T00:00`).toISOString(),
              until: filter.until === "" ? undefined : new Date(`${filter.until}T23:59:59.999`).toISOString(),
              agent_id: filter.agentId ?? undefined,
              line_id: filter.lineId === null ? undefined : [filter.lineId],
              type: filter.type ?? undefined,
              tag: filter.tag ?? undefined,
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  useLiveEvents((events) => {
    if (events.some(({ name }) => name === "call-ended" || name === "outcome-corrected")) {
      void queries.invalidateQueries({ queryKey: [KEY] });
    }
  });
  const shown = calls.data?.pages.flatMap((page) => page.calls) ?? [];
  return (
    <>
      <Filters filter={filter} choose={choose} />
      <Problem error={calls.error} title={t("problem.load_title")} retry={() => void calls.refetch()} />
      {calls.isPending && <LoadingRows />}
      {calls.isSuccess && shown.length === 0 && (
        <Empty title={t("workspace:calls.past_none_title")} words={t("workspace:calls.past_none_words")} />
      )}
      <ul className={classes.rows}>
        {shown.map((call) => (
          <PastCallRow key={call.id} call={call} agentId={agent.id} />
        ))}
      </ul>
      {calls.hasNextPage && (
        <Center p="sm">
          <Button variant="default" size="xs" loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
            {t("workspace:calls.load_more")}
          </Button>
        </Center>
      )}
    </>
  );
}
