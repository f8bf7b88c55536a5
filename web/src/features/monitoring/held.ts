// The order of the rows stands still while somebody points at them or has the focus in them.

import { useState } from "react";
import type { Entry } from "./entries";

export interface Row {
  entry: Entry;
  /** Whether it is no longer there, and only keeps its place until the order is let go. */
  gone: boolean;
}

export interface HeldRows {
  rows: readonly Row[];
  /** How many rows would come, go or move once the order is let go. */
  changes: number;
  hold: () => void;
  release: () => void;
  /** Take the true order once, and hold that one. */
  apply: () => void;
}

export function useHeldRows(entries: readonly Entry[]): HeldRows {
  const [held, setHeld] = useState<readonly Entry[] | null>(null);
  const shown = held ?? entries;
  return {
    rows: held === null ? entries.map((entry) => ({ entry, gone: false })) : rowsInOrder(held, entries),
    changes: held === null ? 0 : countChanges(idsOf(shown), idsOf(entries)),
    hold: () => {
      setHeld((before) => before ?? entries);
    },
    release: () => {
      setHeld(null);
    },
    apply: () => {
      setHeld((before) => before && entries);
    },
  };
}

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

/** Keep the order of those held, with what has become of each; whoever is new is not among them. */
export function rowsInOrder(held: readonly Entry[], entries: readonly Entry[]): Row[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  return held.map((before) => {
    const entry = known.get(before.id);
    return entry === undefined ? { entry: before, gone: true } : { entry, gone: false };
  });
}

/** Count those that came, that went, and that must move for the rest to stand in order. */
export function countChanges(shown: readonly string[], current: readonly string[]): number {
  const places = new Map(current.map((id, place) => [id, place]));
  const stayed = shown.flatMap((id) => places.get(id) ?? []);
  const came = current.length - stayed.length;
  const went = shown.length - stayed.length;
  return came + went + stayed.length - longestRise(stayed);
}

/** Give the length of the longest part, gaps allowed, that rises. */
function longestRise(places: readonly number[]): number {
  const ends: number[] = [];
  for (const place of places) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = place;
  }
  return ends.length;
}
