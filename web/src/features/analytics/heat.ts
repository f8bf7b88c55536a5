// A week by the hour, with no more hours than ever had anything.

import type { Figures } from "./queries";
import type { Read } from "./reading";
import { isQuiet } from "./reading";

export const STEPS = 5;
const KEY = /^([1-7])-(\d\d)$/;

export interface Week {
  hours: number[];
  days: { weekday: number; values: (number | null)[] }[];
  /** The hour with the highest value; null where none has any. */
  most: { weekday: number; hour: number; value: number } | null;
}

export function weekOf(rows: readonly Figures[], read: Read): Week {
  const known = new Map<string, number | null>();
  const busy: number[] = [];
  let most: Week["most"] = null;
  for (const row of rows) {
    const found = KEY.exec(row.key ?? "");
    if (found === null || isQuiet(row)) continue;
    const [weekday, hour, value] = [Number(found[1]), Number(found[2]), read(row)];
    busy.push(hour);
    known.set(`${weekday}-${hour}`, value);
    if (value !== null && value > 0 && (most === null || value > most.value)) most = { weekday, hour, value };
  }
  if (busy.length === 0) return { hours: [], days: [], most: null };
  const first = Math.min(...busy);
  const hours = Array.from({ length: Math.max(...busy) - first + 1 }, (_, at) => first + at);
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    values: hours.map((hour) => known.get(`${weekday}-${hour}`) ?? null),
  }));
  return { hours, days, most };
}

/** Tell how dark a value is drawn: 0 for nothing, then five steps up to the highest. */
export function stepOf(value: number | null, most: number): number | undefined {
  if (value === null) return undefined;
  return value <= 0 ? 0 : Math.max(1, Math.ceil((STEPS * value) / most));
}
