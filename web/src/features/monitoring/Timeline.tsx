// The story of one callback in plain words, from the caller's first call on.

import { useQueryClient } from "@tanstack/react-query";
import { useFormat } from "@/i18n/format";
import { useLiveEvents } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { isTold, useSentence } from "@/ui/sentence";
import classes from "./Monitoring.module.css";
import { storyKey, useStory } from "./queries";

export function Timeline({ callbackId }: { callbackId: string }) {
  const { data, error, isPending, refetch } = useStory(callbackId);
  const queries = useQueryClient();
  const format = useFormat();
  const sentence = useSentence();
  useLiveEvents((_, told) => {
    if (!told.callbacks.some(({ id }) => id === callbackId)) return;
    void queries.invalidateQueries({ queryKey: storyKey(callbackId) });
  });
  if (isPending) return <LoadingRows />;
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  return (
    <ol className={classes.events}>
      {data.events.filter(isTold).map((event) => (
        <li key={event.sequence}>
          <time dateTime={event.at} title={event.at} className={classes.instant}>
            {format.time(event.at, true)}
          </time>
          <span>{sentence(event, data.callback)}</span>
        </li>
      ))}
    </ol>
  );
}
