// What the canvas draws: the Smartflow as a graph, laid out for the words of this language.

import { MarkerType, type Edge, type Node } from "@xyflow/react";
import { useMemo } from "react";
import { useWords } from "@/i18n/words";
import { useEditor } from "../context";
import { stepById, type Slot } from "../model";
import { isMarked, useMarks } from "../StepMarks";
import { useTargetTitle, useTitles } from "../titles";
import { graphOf, type Graph, type GraphNode } from "./graph";
import { laidOut, type Laid, type Size } from "./layout";
import type { WayData } from "./WayEdge";

const STEP: Size = { width: 248, height: 62 };
const MARKS_HEIGHT = 30;
const SIZES = { arrival: { width: 168, height: 32 }, open: { width: 168, height: 40 } };
const LETTER_WIDTH = 7;
const BESIDE_LETTERS = 52;
const LABEL_HEIGHT = 26;

export interface Board {
  laid: Laid;
  nodes: Node<GraphNode>[];
  edges: Edge<WayData>[];
}

/** `taking` is the way that what is being dragged would be put in at. */
export function useBoard(taking: string | null): Board {
  const t = useWords();
  const titles = useTitles();
  const marks = useMarks();
  const targetTitle = useTargetTitle();
  const { editor, outline, mayChange } = useEditor();
  const { flow } = editor;
  const graph = useMemo(() => graphOf(flow, outline), [flow, outline]);
  const means = ({ step: id, exit }: Slot) => {
    const step = stepById(flow, id);
    return step === undefined ? "" : titles.way(step, exit);
  };
  const marked = new Set(flow.steps.filter((step) => isMarked(marks(step))).map(({ id }) => id));
  const laid = useLaid(graph, new Map(graph.edges.map(({ id, slot }) => [id, means(slot)])), marked);

  const nodes = graph.nodes.map((node): Node<GraphNode> => {
    const { x = 0, y = 0, width, height } = laid.boxes.get(node.id) ?? {};
    return { id: node.id, type: node.kind, data: node, position: { x, y }, width, height, domAttributes: { "aria-roledescription": undefined } };
  });
  const edges = graph.edges.map(({ id, slot, from, to }): Edge<WayData> => {
    const { path = "", label = { x: 0, y: 0 } } = laid.ways.get(id) ?? {};
    const about = t("flow:canvas.way", { place: titles.place(slot, flow), target: targetTitle(slot) ?? t("flow:way.open_end") });
    return {
      ...{ id, source: from, sourceHandle: slot.exit, target: to, type: "way" },
      data: { slot, path, label, means: means(slot), isOpen: to === id, isTaking: taking === id },
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
      reconnectable: mayChange ? "target" : false,
      ariaLabel: about,
      domAttributes: { "aria-roledescription": undefined },
    };
  });
  return { laid, nodes, edges };
}

/** Laid out anew only when something in it changes. */
function useLaid(graph: Graph, means: ReadonlyMap<string, string>, marked: ReadonlySet<string>): Laid {
  const about = JSON.stringify([[...means], [...marked]]);
  return useMemo(() => {
    const [words, high] = JSON.parse(about) as [[string, string][], string[]];
    const wordsOf = new Map(words);
    const highOnes = new Set(high);
    return laidOut(graph, {
      ofNode: (node) => (node.kind === "step" ? { ...STEP, height: STEP.height + (highOnes.has(node.id) ? MARKS_HEIGHT : 0) } : SIZES[node.kind]),
      ofLabel: (id) => ({ width: (wordsOf.get(id) ?? "").length * LETTER_WIDTH + BESIDE_LETTERS, height: LABEL_HEIGHT }),
    });
  }, [graph, about]);
}
