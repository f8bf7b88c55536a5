// The rows of the board: only those in sight are drawn when there are many, and the arrows walk through all.

import { useVirtualizer, defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useWords } from "@/i18n/words";
import { EntryRow } from "./EntryRow";
import classes from "./Monitoring.module.css";
import type { Asked } from "./RowDialog";
import type { HeldRows } from "./held";

/** From how many rows on only those in sight are drawn. */
export const DRAWN_WHOLE_MAX = 100;
const ROW_PX = 58;
const OVERSCAN = 8;
const PAGE_ROWS = 10;

interface Props {
  held: HeldRows;
  isNew: (id: string) => boolean;
  ask: (asked: Asked) => void;
}

export function EntryGrid({ held: { rows, hold, release }, isNew, ask }: Props) {
  const t = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [activeId, setActive] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const places = rows.map(({ entry }) => entry.id);
  const active = Math.max(0, activeId === null ? 0 : places.indexOf(activeId));
  const isLong = rows.length > DRAWN_WHOLE_MAX;
  // eslint-disable-next-line react-hooks/incompatible-library -- this component is not memoized
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isLong,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    getItemKey: (place) => places[place] ?? place,
    overscan: OVERSCAN,
    // The row of the keyboard is always there, wherever the list has been scrolled to.
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), Math.min(active, range.count - 1)])].sort((one, other) => one - other),
  });

  useEffect(() => {
    if (wanted.current === null) return;
    frame.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`)?.focus({ preventScroll: isLong });
    if (isLong) frame.current?.scrollIntoView({ block: "nearest" });
    wanted.current = null;
  }, [activeId, isLong]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest('[role="row"]');
    if (row === null || !event.currentTarget.contains(row)) return;
    if (event.key === "Enter" && event.target === row) {
      // Once this key is over: else it would close the menu that it opens, or press what stands in it.
      event.preventDefault();
      requestAnimationFrame(() => row.querySelector<HTMLElement>("button")?.click());
    }
    const next = stepTo(event.key, active, rows.length);
    const id = next === null ? undefined : places[next];
    if (next === null || id === undefined) return;
    event.preventDefault();
    wanted.current = id;
    setActive(id);
    if (isLong) virtual.scrollToIndex(next);
  };

  const drawn = isLong ? virtual.getVirtualItems() : places.map((_, index) => ({ index, start: 0 }));
  return (
    <div
      ref={frame}
      role="grid"
      aria-label={t("monitoring:entries.title")}
      aria-rowcount={rows.length}
      className={isLong ? classes.long : undefined}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={(event) => {
        if (event.target.matches(":focus-visible")) hold();
      }}
      onBlur={release}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.rows} style={isLong ? { height: virtual.getTotalSize() } : undefined}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { id } = row.entry;
          return (
            <div
              key={id}
              ref={isLong ? virtual.measureElement : undefined}
              role="row"
              aria-rowindex={index + 1}
              data-index={index}
              data-id={id}
              tabIndex={index === active ? 0 : -1}
              className={classes.row}
              style={isLong ? { transform: `translateY(${String(start)}px)` } : undefined}
              onFocus={() => {
                setActive(id);
              }}
            >
              <EntryRow entry={row.entry} gone={row.gone} isNew={isNew(id)} active={index === active} ask={ask} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where a key leads from a row, if anywhere. */
function stepTo(key: string, from: number, count: number): number | null {
  const to: Partial<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + PAGE_ROWS,
    PageUp: from - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}
