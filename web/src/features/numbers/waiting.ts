// Who waits on a number at this moment, by the live feed.

import { useLive } from "@/live/hooks";

export function useWaiting(lineId: string): { calls: number; callbacks: number } {
  const calls = useLive((live) => live.calls);
  const callbacks = useLive((live) => live.callbacks);
  return {
    calls: [...calls.values()].filter(({ line, stage }) => line?.id === lineId && stage === "waiting").length,
    callbacks: [...callbacks.values()].filter(({ line }) => line?.id === lineId).length,
  };
}
