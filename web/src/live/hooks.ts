// How components read the live store: by a selector, by its events, and by the server's clock.

import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { useSyncExternalStoreWithSelector } from "use-sync-external-store/with-selector";
import type { AgentView, Changes, LiveEvent } from "@/api/views";
import type { Live, LiveStore } from "./store";

export const LiveContext = createContext<LiveStore | null>(null);

export function useLiveStore(): LiveStore {
  const store = useContext(LiveContext);
  if (store === null) throw new Error("no live store around this component");
  return store;
}

/** Read a part of the live state; the component is drawn anew only when that part changes. */
export function useLive<Part>(select: (live: Live) => Part, isEqual?: (one: Part, other: Part) => boolean): Part {
  const store = useLiveStore();
  return useSyncExternalStoreWithSelector(store.subscribe, store.get, store.get, select, isEqual);
}

/** Read a part as `useLive` does, but be drawn anew at most so often: for what draws much. */
export function useLiveUnhurried<Part>(select: (live: Live) => Part, everyMs: number): Part {
  const store = useLiveStore();
  const [part, show] = useState(() => select(store.get()));
  const look = useEffectEvent(() => {
    show(select(store.get()));
  });
  useEffect(() => {
    let shownAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const shown = () => {
      timer = undefined;
      shownAt = performance.now();
      look();
    };
    const leave = store.subscribe(() => {
      timer ??= setTimeout(shown, Math.max(0, shownAt + everyMs - performance.now()));
    });
    shown();
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [store, everyMs]);
  return part;
}

/** Be told of events as they come, for what only they tell, such as who has taken an offer. */
export function useLiveEvents(handler: (events: readonly LiveEvent[], told: Changes) => void): void {
  const store = useLiveStore();
  const tell = useEffectEvent(handler);
  useEffect(() => store.onChanges((events, told) => {
    tell(events, told);
  }), [store]);
}

/** Name an agent, or the given id where nobody is known by it. */
export function useAgentName(): (id: string | null | undefined) => string {
  const agents = useLive((live) => live.agents);
  return (id) => (id == null ? "" : (agents.get(id)?.name ?? id));
}

export const useAgent = (id: string | null): AgentView | undefined =>
  useLive((live) => (id === null ? undefined : live.agents.get(id)));

// ---- the server's clock, ticking for all timers of the page at once

const TICK_MS = 500;
const tickers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  tickers.add(listener);
  ticking ??= setInterval(() => {
    for (const each of tickers) each();
  }, TICK_MS);
  return () => {
    tickers.delete(listener);
    if (tickers.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** Give the server's instant in whole ticks. */
export function useNow(): number {
  const { clock } = useLiveStore();
  const floor = () => Math.floor(clock.now() / TICK_MS) * TICK_MS;
  return useSyncExternalStore(onTick, floor);
}
