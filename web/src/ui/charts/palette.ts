// The colours of charts: each means one thing, stands out from the ground in both themes, and from
// those it is drawn with for every kind of colour vision. A test computes that.

import { useComputedColorScheme } from "@mantine/core";

export type Meaning = "completed" | "not_reached" | "failed" | "cancelled" | "open" | "live" | "callback" | "before";
export type Theme = "light" | "dark";

export const GROUND: Record<Theme, string> = { light: "#ffffff", dark: "#1f2124" };

export const PALETTE: Record<Theme, Record<Meaning, string>> = {
  light: {
    completed: "#12a594",
    not_reached: "#c77d00",
    failed: "#c92a2a",
    cancelled: "#343a40",
    open: "#5f3dc4",
    live: "#3d8fd1",
    callback: "#5f3dc4",
    before: "#868e96",
  },
  dark: {
    completed: "#38d9a9",
    not_reached: "#f0a92e",
    failed: "#d6336c",
    cancelled: "#f1f3f5",
    open: "#9775fa",
    live: "#74c0fc",
    callback: "#9775fa",
    before: "#868e96",
  },
};

/** Which are drawn side by side. */
export const TOGETHER: readonly (readonly Meaning[])[] = [
  ["completed", "not_reached", "failed", "cancelled", "open"],
  ["live", "callback", "failed"],
  ["completed", "failed"],
  ["before", "callback"],
  ["live", "callback", "not_reached", "failed", "cancelled"],
];

export function usePalette(): Record<Meaning, string> {
  return PALETTE[useComputedColorScheme("light")];
}
