// What each chart says, in one sentence.

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { IN_TIME_SECONDS, type Figures } from "./queries";
import { READ, type Read } from "./reading";
import type { AnalyticsSearch } from "./search";
import { useWritten } from "./written";

type Sentence = (total: Figures) => string;

export function useSentences(search: AnalyticsSearch) {
  const t = useWords();
  const format = useFormat();
  const write = useWritten();
  const count = (read: Read, of: Figures) => write.count(read(of) ?? 0);
  const share = (read: Read, of: Figures) => dash(read(of), write.share);
  const wait = (read: Read, of: Figures) => dash(read(of), write.seconds);
  return {
    outcomes: (total) =>
      t("analytics:chart.outcomes.summary", {
        count: total.callbacks.requested,
        n: count(READ.requested, total),
        completed: count(READ.completed, total),
        share: share(READ.completed_share, total),
        not_reached: count(READ.not_reached, total),
        failed: count(READ.failed, total),
      }),
    waits: (total) =>
      t("analytics:chart.waits.summary", {
        callback: wait(READ.callback_median, total),
        callback_most: wait(READ.callback_p90, total),
        live: wait(READ.live_median, total),
        live_most: wait(READ.live_p90, total),
      }),
    abandoned: (total) =>
      t("analytics:chart.abandoned.summary", {
        count: total.calls.abandoned,
        n: count(READ.abandoned, total),
        share: share(READ.abandoned_share, total),
        instead: count(READ.instead, total),
        without: share(READ.without_share, total),
      }),
    level: (total) =>
      t("analytics:chart.level.summary", {
        share: share(READ.level, total),
        time: format.duration((search.within ?? IN_TIME_SECONDS) * 1000),
      }),
    promises: (total) =>
      t("analytics:chart.promises.summary", {
        kept: count(READ.kept, total),
        promised: count(READ.promised, total),
        share: share(READ.kept_share, total),
      }),
  } satisfies Record<string, Sentence>;
}

const dash = (value: number | null, write: (value: number) => string) => (value === null ? "–" : write(value));
