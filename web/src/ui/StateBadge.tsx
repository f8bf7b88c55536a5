// A state: always with a word and an icon, its colour only beside them.

import type { ComponentType, ReactNode } from "react";
import classes from "./StateBadge.module.css";

export type StateTone = "waiting" | "callback" | "ringing" | "talking" | "late" | "failed";

interface Props {
  tone: StateTone;
  icon?: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  children: ReactNode;
}

export function StateBadge({ tone, icon: Icon, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {Icon ? <Icon size={14} stroke={2} aria-hidden /> : <span className={classes.dot} aria-hidden />}
      <span className={classes.words}>{children}</span>
    </span>
  );
}
