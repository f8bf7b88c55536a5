// The parts of a screen as a row of links; where the row is wider than the screen, the part that is
// shown is in sight.

import { useEffect, useRef, type ReactNode } from "react";
import classes from "./Tabs.module.css";

interface Props {
  label: string;
  /** Which part is shown: when it changes, its link comes into sight. */
  shown: string;
  children: ReactNode;
}

export function Tabs({ label, shown, children }: Props) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (row.current === null || link == null) return;
    row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.clientWidth) / 2;
  }, [shown]);
  return (
    <nav ref={row} aria-label={label} className={classes.tabs}>
      {children}
    </nav>
  );
}
