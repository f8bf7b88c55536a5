// What every part of the screen is given.

import type { Shown } from "./period";
import type { Figures } from "./queries";
import type { AnalyticsSearch } from "./search";

export interface Given {
  search: AnalyticsSearch;
  shown: Shown;
  /** The instant up to which is counted, in steps. */
  now: number;
  /** The figures of the whole period; null until they are here. */
  total: Figures | null;
}

export type Choose = (search: AnalyticsSearch) => void;
