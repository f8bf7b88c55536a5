// The Smartflow as a drawing: the second view of what the list shows, with the same commands.

import "@xyflow/react/dist/base.css";
import { ActionIcon } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { Background, MiniMap, Panel, ReactFlow, ReactFlowProvider, useReactFlow, type AriaLabelConfig, type ReactFlowProps } from "@xyflow/react";
import { useId, useRef, useState, type DragEvent } from "react";
import { useWords } from "@/i18n/words";
import { targetsFor } from "../commands";
import { useEditor } from "../context";
import { NOWHERE, START, stepById, type Exit, type Slot } from "../model";
import { useTitles } from "../titles";
import { usePutIn } from "../usePutIn";
import { useStepKeys } from "../useStepKeys";
import classes from "./Canvas.module.css";
import { ARRIVAL } from "./graph";
import { beside, wayNear, type Direction } from "./layout";
import { NODE_TYPES } from "./nodes";
import { Palette, draggedKind, isStepDragged } from "./Palette";
import { useBoard, type Board } from "./useBoard";
import { ZOOM, useViewport } from "./useViewport";
import { WayEdge } from "./WayEdge";

const EDGE_TYPES = { way: WayEdge };
const OVERVIEW_FROM = 12;
const OVERVIEW = { width: 160, height: 120 };
/** What XYFlow says of its own keys, which are not ours. */
const UNSAID: Partial<AriaLabelConfig> = { "node.a11yDescription.default": "", "edge.a11yDescription.default": "" };

export function FlowCanvas() {
  const { mayChange } = useEditor();
  return (
    <ReactFlowProvider>
      <div className={classes.canvas} data-view="canvas">
        {mayChange && <Palette />}
        <Drawing />
      </div>
    </ReactFlowProvider>
  );
}

function Drawing() {
  const t = useWords();
  const hint = useId();
  const { mayChange, dispatch } = useEditor();
  const [taking, take] = useState<string | null>(null);
  const board = useBoard(taking);
  const view = useViewport(board.laid);
  const surface = useRef<HTMLDivElement>(null);
  const keys = useCanvasKeys(surface, board);
  return (
    <div
      ref={surface}
      className={classes.surface}
      onKeyDown={keys}
      onFocus={({ target }) => { if (target.dataset.node !== undefined && target.matches(":focus-visible")) view.reveal(target.dataset.node); }}
      {...useDropping(board, take)}
    >
      <p id={hint} className="spoken">
        {t("flow:canvas.hint")}
      </p>
      <ReactFlow
        aria-label={t("flow:canvas.label")}
        aria-describedby={hint}
        ariaLabelConfig={UNSAID}
        nodes={board.nodes}
        edges={board.edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        {...useLeading(board)}
        nodesConnectable={mayChange}
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        connectOnClick={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        defaultMarkerColor={null}
        onInit={view.begin}
        onPaneClick={() => { dispatch({ type: "select", id: null }); }}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={20} />
        <Panel position="bottom-left" className={classes.controls} role="group" aria-label={t("flow:canvas.view")}>
          <Control icon={IconPlus} label={t("flow:canvas.zoom_in")} onClick={view.closer} />
          <Control icon={IconMinus} label={t("flow:canvas.zoom_out")} onClick={view.further} />
          <Control icon={IconMaximize} label={t("flow:canvas.fit")} onClick={view.all} />
        </Panel>
        {board.nodes.length > OVERVIEW_FROM && !view.isWhole && <MiniMap pannable style={OVERVIEW} className={classes.map} ariaLabel={t("flow:canvas.overview")} />}
        <Panel position="bottom-right" className={classes.credit}>
          <a href="https://reactflow.dev" target="_blank" rel="noreferrer">
            {t("flow:canvas.credit")}
          </a>
        </Panel>
      </ReactFlow>
    </div>
  );
}

interface ControlProps {
  icon: typeof IconPlus;
  label: string;
  onClick: () => void;
}

function Control({ icon: Icon, label, onClick }: ControlProps) {
  return (
    <ActionIcon variant="default" size={32} aria-label={label} title={label} onClick={onClick}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}

function useCanvasKeys(surface: React.RefObject<HTMLDivElement | null>, { laid, nodes }: Board) {
  return useStepKeys((from, key) => {
    const stops = [...(surface.current?.querySelectorAll<HTMLElement>("[data-node]") ?? [])];
    const steps = nodes.filter(({ type }) => type === "step");
    const wanted = key === "Home" ? steps[0]?.id : key === "End" ? steps.at(-1)?.id : isDirection(key) ? beside(laid.boxes, from.dataset.node ?? "", key) : undefined;
    if (wanted === undefined) return false;
    stops.find(({ dataset }) => dataset.node === wanted)?.focus({ preventScroll: true });
    return true;
  });
}

const isDirection = (key: string): key is Direction => /^Arrow(Up|Down|Left|Right)$/.test(key);

/** Ways are led elsewhere by dragging; the inspector does the same by choosing. */
function useLeading({ edges }: Board): Leading {
  const t = useWords();
  const titles = useTitles();
  const { editor, outline, command, ask, say } = useEditor();
  const { flow } = editor;
  const lead = (slot: Slot, target: string) => {
    command({ do: "connect", slot, target });
    const step = stepById(flow, target);
    const led = step === undefined ? t("flow:way.open_end") : t("flow:way.jump", { n: outline.numbers.get(target) ?? "", step: titles.step(step) });
    say(t("flow:canvas.way", { place: titles.place(slot, flow), target: led }));
  };
  return {
    isValidConnection: ({ source, sourceHandle, target }) => targetsFor(flow, slotAt(source, sourceHandle)).some(({ id }) => id === target),
    onConnect: ({ source, sourceHandle, target }) => { lead(slotAt(source, sourceHandle), target); },
    onConnectEnd: (_, { fromNode, fromHandle, toNode }) => {
      if (fromNode !== null && toNode === null) ask({ what: "add", slot: slotAt(fromNode.id, fromHandle?.id) });
    },
    onReconnect: ({ data }, { target }) => { if (data !== undefined) lead(data.slot, target); },
    onReconnectEnd: (_, { id }, __, { toNode }) => {
      const data = edges.find((edge) => edge.id === id)?.data;
      if (toNode === null && data !== undefined) lead(data.slot, NOWHERE);
    },
  };
}

type Leading = Pick<ReactFlowProps<Board["nodes"][number], Board["edges"][number]>, "isValidConnection" | "onConnect" | "onConnectEnd" | "onReconnect" | "onReconnectEnd">;

const slotAt = (node: string, exit: string | null | undefined): Slot => ({ step: node === ARRIVAL ? null : node, exit: (exit ?? START.exit) as Exit });

/** A step from the palette falls on the way that is nearest to it. */
function useDropping({ laid, edges }: Board, take: (way: string | null) => void) {
  const { screenToFlowPosition } = useReactFlow();
  const putIn = usePutIn();
  const near = ({ clientX, clientY }: DragEvent) => wayNear(laid.ways, screenToFlowPosition({ x: clientX, y: clientY }));
  return {
    onDragOver: (event: DragEvent) => {
      if (!isStepDragged(event)) return;
      const way = near(event);
      take(way);
      if (way !== null) event.preventDefault();
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) take(null);
    },
    onDrop: (event: DragEvent) => {
      const kind = draggedKind(event);
      if (kind === undefined) return;
      event.preventDefault();
      take(null);
      const slot = edges.find(({ id }) => id === near(event))?.data?.slot;
      if (slot !== undefined) putIn(kind, slot);
    },
  };
}
