// All calls and callbacks of the live feed in one order, a few times a second at most.

import { useMemo } from "react";
import { useLiveUnhurried } from "@/live/hooks";
import type { Live } from "@/live/store";
import { entriesOf, type Entry } from "./entries";

/** Nobody reads faster, and a busy board changes twenty times a second. */
const SHOWN_EVERY_MS = 250;
const whole = (live: Live) => live;

export const useBoard = () => useLiveUnhurried(whole, SHOWN_EVERY_MS);

export function useEntries(): readonly Entry[] {
  const { queues, calls, callbacks } = useBoard();
  return useMemo(() => entriesOf({ queues, calls, callbacks }), [queues, calls, callbacks]);
}
