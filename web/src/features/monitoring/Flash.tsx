// A figure that lights up once when it changes.

import { useState } from "react";
import classes from "./Monitoring.module.css";

export function Flash({ children }: { children: string | number }) {
  const [seen, see] = useState({ value: children, times: 0 });
  if (seen.value !== children) see({ value: children, times: seen.times + 1 });
  return (
    <span key={seen.times} className={seen.times > 0 ? classes.flash : undefined}>
      {children}
    </span>
  );
}
