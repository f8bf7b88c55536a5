// What somebody changes of settings, kept by path over what the server has: others' changes come through,
// and what others have changed in the same place is a clash.

import { useState } from "react";
import { Refused } from "@/api/refused";

export type Changes = Readonly<Record<string, unknown>>;

interface Change {
  value: unknown;
  /** What the server had when it was changed here. */
  seen: unknown;
}

export interface Kept {
  /** What is not on the server yet. */
  changes: Changes;
  /** Whether somebody else has changed the same meanwhile. */
  clashes: boolean;
  change: (told: Changes) => void;
  forget: () => void;
}

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Keep changes over what `read` gives by path; where it gives `undefined` there is nothing to change. */
export function useChanges(read: (path: string) => unknown): Kept {
  const [kept, keep] = useState<Readonly<Record<string, Change>>>({});
  const open = Object.entries(kept).filter(([path, { value }]) => {
    const saved = read(path);
    return saved !== undefined && !isSame(saved, value);
  });
  return {
    changes: Object.fromEntries(open.map(([path, { value }]) => [path, value])),
    clashes: open.some(([path, { seen }]) => !isSame(seen, read(path))),
    change: (told) => {
      keep((before) => ({ ...before, ...Object.fromEntries(Object.entries(told).map(([path, value]) => [path, { value, seen: seenOf(before[path], read(path)) }])) }));
    },
    forget: () => {
      keep({});
    },
  };
}

/** What was seen stays so while it is changed; what is as it was on the server is changed anew. */
const seenOf = (change: Change | undefined, saved: unknown) => (change === undefined || isSame(change.value, saved) ? saved : change.seen);

/** Keep changes of settings that lie in one object. */
export function useDraft<Settings extends object>(saved: Settings) {
  const kept = useChanges((key) => saved[key as keyof Settings]);
  const draft: Settings = { ...saved, ...kept.changes };
  return {
    draft,
    isChanged: Object.keys(kept.changes).length > 0,
    clashes: kept.clashes,
    forget: kept.forget,
    change: (told: Partial<Settings>) => {
      kept.change(told as Changes);
    },
  };
}

/** Whether the server has refused to save because somebody else has saved meanwhile. */
export const isChangedMeanwhile = (error: unknown) => error instanceof Refused && error.code.endsWith("changed-meanwhile");
