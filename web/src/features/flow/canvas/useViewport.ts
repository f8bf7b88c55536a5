// What of the canvas is seen: all of it where that can be read, else its beginning; then what is selected.

import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useReducedMotion } from "@mantine/hooks";
import { useEffect, useEffectEvent, useRef } from "react";
import { useEditor } from "../context";
import { buttonId } from "../useStepButton";
import { ARRIVAL } from "./graph";
import type { Box, Laid } from "./layout";

export const ZOOM = { least: 0.25, most: 1.5, readable: 0.8 };
const EDGE = 24;
const PAN_MS = 150;

export function useViewport(laid: Laid) {
  const { setCenter, setViewport, zoomIn, zoomOut } = useReactFlow();
  const store = useStoreApi();
  const isWhole = useStore((seen) => isSeen({ x: 0, y: 0, ...laid.whole }, seen));
  const duration = useReducedMotion() === true ? 0 : PAN_MS;
  const { selected, focus } = useEditor().editor;

  const centre = ({ x, y, width, height }: Box) => {
    const zoom = Math.max(store.getState().transform[2], ZOOM.readable);
    void setCenter(x + width / 2, y + height / 2, { zoom, duration });
  };
  /** Bring a node into the view, unless it is there. */
  const reveal = (id: string) => {
    const box = laid.boxes.get(id);
    if (box !== undefined && !isSeen(box, store.getState())) centre(box);
  };
  /** Show all of it, or as much from the top as can be read. */
  const all = (least: number, ms: number) => {
    const { width, height } = store.getState();
    const zoom = Math.min((width - 2 * EDGE) / laid.whole.width, (height - 2 * EDGE) / laid.whole.height, 1);
    const arrival = laid.boxes.get(ARRIVAL);
    if (zoom >= least || arrival === undefined) void setViewport({ x: (width - laid.whole.width * zoom) / 2, y: EDGE, zoom }, { duration: ms });
    else void setViewport({ x: width / 2 - (arrival.x + arrival.width / 2) * least, y: EDGE, zoom: least }, { duration: ms });
  };

  const arrive = useEffectEvent((id: string) => {
    document.getElementById(buttonId(id))?.focus({ preventScroll: true });
    store.getState().domNode?.scrollIntoView({ block: "nearest" });
    const box = laid.boxes.get(id);
    if (box !== undefined) centre(box);
  });
  const done = useRef(focus);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (focus === done.current || selected === null) return;
    done.current = focus;
    wanted.current = selected;
    // What has just been put in is drawn by the next frame.
    requestAnimationFrame(() => {
      if (wanted.current !== null) arrive(wanted.current);
      wanted.current = null;
    });
  }, [selected, focus]);
  const show = useEffectEvent(reveal);
  useEffect(() => {
    if (selected !== null && wanted.current === null) show(selected);
  }, [selected]);

  return {
    reveal,
    isWhole,
    begin: () => {
      all(ZOOM.readable, 0);
      if (selected !== null) reveal(selected);
    },
    all: () => { all(ZOOM.least, duration); },
    closer: () => void zoomIn({ duration }),
    further: () => void zoomOut({ duration }),
  };
}

function isSeen(box: Box, { width, height, transform: [x, y, zoom] }: { width: number; height: number; transform: [number, number, number] }): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
}
