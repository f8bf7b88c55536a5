// The figures of this moment, from what the live feed tells.

import type { Live } from "@/live/store";

export interface Summary {
  calls: number;
  callbacks: number;
  /** Since when whoever waits longest has been waiting. */
  longest: string | undefined;
  /** When it was told, if it was. */
  at?: number;
}

export function summaryOf({ calls, callbacks, queues }: Pick<Live, "calls" | "callbacks" | "queues">): Summary {
  let waiting = 0;
  for (const { stage } of calls.values()) if (stage === "waiting") waiting += 1;
  let longest: { since: string; at: number } | undefined;
  for (const { items } of queues.values()) {
    for (const { since } of items) {
      const at = Date.parse(since);
      if (longest === undefined || at < longest.at) longest = { since, at };
    }
  }
  return { calls: waiting, callbacks: callbacks.size, longest: longest?.since };
}
