// What of the canvas is seen: all of it where that can be read, else its beginning; then what is selected.

import { useReactFlow, useStoreApi } from "@xyflow/react";
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
  const { setCenter, setViewport, fitView, zoomIn, zoomOut } = useReactFlow();
  const store = useStoreApi();
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
  const begin = () => {
    const { width, height } = store.getState();
    const whole = boundsOf(laid);
    const chosen = laid.boxes.get(selected ?? "");
    const zoom = Math.min((width - 2 * EDGE) / whole.width, (height - 2 * EDGE) / whole.height, 1);
    const arrival = laid.boxes.get(ARRIVAL) ?? whole;
    if (zoom >= ZOOM.readable) void setViewport({ x: (width - whole.width * zoom) / 2 - whole.x * zoom, y: EDGE - whole.y * zoom, zoom });
    else void setViewport({ x: width / 2 - (arrival.x + arrival.width / 2) * ZOOM.readable, y: EDGE - arrival.y * ZOOM.readable, zoom: ZOOM.readable });
    if (chosen !== undefined) reveal(selected ?? "");
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
    begin,
    reveal,
    closer: () => void zoomIn({ duration }),
    further: () => void zoomOut({ duration }),
    all: () => void fitView({ padding: 0.06, maxZoom: 1, duration }),
  };
}

function isSeen(box: Box, { width, height, transform: [x, y, zoom] }: { width: number; height: number; transform: [number, number, number] }): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
}

function boundsOf({ boxes }: Laid): Box {
  const all = [...boxes.values()];
  const [x, y] = [Math.min(...all.map((box) => box.x)), Math.min(...all.map((box) => box.y))];
  const right = Math.max(...all.map((box) => box.x + box.width));
  const bottom = Math.max(...all.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
