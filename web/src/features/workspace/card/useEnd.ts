// Keeps the end of the last card for as long as people need to read it.

import { useEffect, useRef, useState } from "react";
import type { AgentView } from "@/api/views";
import { useLiveEvents } from "@/live/hooks";
import { endBy, isOver, type End } from "./ends";

const SHOWN_MS = 4_000;

export function useEnd(agent: AgentView): End | null {
  const [end, setEnd] = useState<End | null>(null);
  const callback = useRef<string | null>(null);
  const current = agent.conversation?.callback_id ?? (agent.offer?.kind === "callback" ? agent.offer.item_id : null);

  useEffect(() => {
    if (current !== null) callback.current = current;
  }, [current]);

  useLiveEvents((events) => {
    let last = end;
    for (const event of events) last = endBy(event, agent.id, callback.current, last) ?? last;
    if (last !== end) setEnd(last);
  });

  useEffect(() => {
    if (end === null) return undefined;
    const timer = setTimeout(() => {
      setEnd(null);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [end]);

  return isOver(agent) ? null : end;
}
