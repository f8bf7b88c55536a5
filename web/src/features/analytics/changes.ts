// How a figure has changed since the period before: by how much, and whether that is good.

export type Sort = "count" | "share" | "seconds";
/** Which way is good; null where neither is. */
export type Good = "more" | "less" | null;

export interface Change {
  direction: "up" | "down" | "same";
  tone: "better" | "worse" | "neutral";
  /** A share of the value before for counts, points for shares, seconds for waits. */
  by: number;
}

const SMALLEST: Record<Sort, number> = { count: 0.005, share: 0.005, seconds: 0.5 };

/** Null where one of the two is missing, or counts begin from nothing. */
export function changed(now: number | null, before: number | null, sort: Sort, good: Good): Change | null {
  if (now === null || before === null) return null;
  if (sort === "count" && before === 0) return null;
  const by = sort === "count" ? (now - before) / before : now - before;
  if (Math.abs(by) < SMALLEST[sort]) return { direction: "same", tone: "neutral", by: 0 };
  const direction = by > 0 ? "up" : "down";
  const tone = good === null ? "neutral" : (good === "more") === by > 0 ? "better" : "worse";
  return { direction, tone, by };
}
