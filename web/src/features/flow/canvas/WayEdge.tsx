// A way from one step to another, with what it means and a button that puts a step there.

import { IconPlus } from "@tabler/icons-react";
import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from "@xyflow/react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import flowClasses from "../Flow.module.css";
import type { Slot } from "../model";
import { useTitles } from "../titles";
import classes from "./Canvas.module.css";
import type { Point } from "./layout";

export type WayData = {
  slot: Slot;
  path: string;
  label: Point;
  /** What it means: "Key 1". */
  means: string;
  isOpen: boolean;
  /** Whether what is being dragged would be put in here. */
  isTaking: boolean;
};

export function WayEdge({ data, markerEnd }: EdgeProps<Edge<WayData>>) {
  const t = useWords();
  const titles = useTitles();
  const { editor, ask, mayChange } = useEditor();
  if (data === undefined) return null;
  const { slot, path, label, means, isOpen, isTaking } = data;
  return (
    <>
      <BaseEdge path={path} markerEnd={markerEnd} className={classes.way} data-taking={isTaking} />
      <EdgeLabelRenderer>
        <div className={classes.label} data-taking={isTaking} style={{ transform: `translate(-50%, -50%) translate(${String(label.x)}px, ${String(label.y)}px)` }}>
          {means !== "" && <span className={classes.means}>{means}</span>}
          {mayChange && !isOpen && (
            <button
              type="button"
              tabIndex={-1}
              className={`${flowClasses.plus} ${classes.plus} nopan`}
              aria-label={t("flow:list.add_at", { place: titles.place(slot, editor.flow) })}
              title={t("flow:list.add")}
              onClick={() => { ask({ what: "add", slot }); }}
            >
              <IconPlus size={14} aria-hidden />
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
