// Which columns somebody wants to see, remembered on this device.

import { useLocalStorage } from "@mantine/hooks";

export const COLUMNS = ["began", "line", "became", "agent", "talked", "details", "waited", "reason", "tags", "notes"] as const;
export type Column = (typeof COLUMNS)[number];
const AT_FIRST: readonly Column[] = ["began", "line", "became", "agent", "talked", "details", "waited", "reason", "tags"];

export interface Columns {
  shown: readonly Column[];
  toggle: (column: Column) => void;
}

export function useColumns(): Columns {
  const [kept, keep] = useLocalStorage<readonly string[]>({ key: "ringback-history-columns", defaultValue: AT_FIRST });
  return {
    shown: COLUMNS.filter((column) => kept.includes(column)),
    toggle: (column) => {
      keep(kept.includes(column) ? kept.filter((each) => each !== column) : [...kept, column]);
    },
  };
}
