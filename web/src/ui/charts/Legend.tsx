// Which colour is what, in the order in which it is drawn; it wraps where there is little room.

import type { CSSProperties } from "react";
import type { Series } from "./chart";
import classes from "./Charts.module.css";
import { usePalette } from "./palette";

export function Legend<Row>({ series }: { series: readonly Series<Row>[] }) {
  const palette = usePalette();
  if (series.length < 2) return null;
  return (
    <ul className={classes.legend}>
      {series.map(({ key, name, meaning, dashed }) => (
        <li key={key}>
          <i data-dashed={dashed === true} style={{ "--colour": palette[meaning ?? "callback"] } as CSSProperties} />
          {name}
        </li>
      ))}
    </ul>
  );
}
