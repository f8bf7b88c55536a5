// The story of one callback in plain words, from the caller's first call on.

import { useQueryClient } from "@tanstack/react-query";
import { useLiveEvents } from "@/live/hooks";
import { LoadingRows } from "@/ui/LoadingRows";
import { Problem } from "@/ui/Problem";
import { Story } from "@/ui/Story";
import { storyKey, useStory } from "./queries";

export function Timeline({ callbackId }: { callbackId: string }) {
  const { data, error, isPending, refetch } = useStory(callbackId);
  const queries = useQueryClient();
  useLiveEvents((_, told) => {
    if (!told.callbacks.some(({ id }) => id === callbackId)) return;
    void queries.invalidateQueries({ queryKey: storyKey(callbackId) });
  });
  if (isPending) return <LoadingRows />;
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  return <Story events={data.events} inbound={data.callback.inbound_call_ids} />;
}
