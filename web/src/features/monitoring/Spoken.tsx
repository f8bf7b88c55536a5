// The board in one sentence for screen readers, at most every ten seconds.

import { useEffect, useState } from "react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useLiveStore } from "@/live/hooks";
import { summaryOf } from "./summary";

const SPOKEN_EVERY_MS = 10_000;

export function Spoken() {
  const t = useWords();
  const format = useFormat();
  const store = useLiveStore();
  const [summary, summarise] = useState(() => summaryOf(store.get()));
  useEffect(() => {
    const timer = setInterval(() => {
      summarise((before) => {
        const after = summaryOf(store.get());
        return after.calls === before.calls && after.callbacks === before.callbacks ? before : { ...after, at: store.clock.now() };
      });
    }, SPOKEN_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [store]);
  const { at, calls, callbacks, longest } = summary;
  return (
    <p className="spoken" role="status">
      {at !== undefined &&
        t("monitoring:spoken", {
          calls,
          callbacks,
          time: longest === undefined ? format.duration(0) : format.duration(at - Date.parse(longest)),
        })}
    </p>
  );
}
