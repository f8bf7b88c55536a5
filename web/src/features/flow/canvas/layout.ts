// Where everything on the canvas stands: always worked out, never kept, so that nobody has to tidy up.

import { Graph as Layered, layout, type EdgeLabel, type NodeLabel } from "@dagrejs/dagre";
import { exitsOf } from "../model";
import { ARRIVAL, type Graph, type GraphNode } from "./graph";

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point, Size {}

export interface Laid {
  /** All of it, with the words on the ways. */
  whole: Size;
  /** The corner at the top left, and the size, of every node by id. */
  boxes: ReadonlyMap<string, Box>;
  /** By the id of its edge, how each way is drawn and where its words stand. */
  ways: ReadonlyMap<string, { path: string; label: Point }>;
}

interface Sizes {
  ofNode: (node: GraphNode) => Size;
  ofLabel: (edgeId: string) => Size;
}

const GAP_BESIDE = 36;
const GAP_BELOW = 48;

/** From top to bottom; the branches of a step stand from left to right in the order of its ways. */
export function laidOut({ nodes, edges }: Graph, { ofNode, ofLabel }: Sizes): Laid {
  const drawing = new Layered<object, NodeLabel, EdgeLabel>({ multigraph: true });
  drawing.setGraph({ rankdir: "TB", nodesep: GAP_BESIDE, edgesep: 20, ranksep: GAP_BELOW });
  for (const node of nodes) drawing.setNode(node.id, { ...ofNode(node) });
  for (const { id, from, to } of edges) drawing.setEdge(from, to, { ...ofLabel(id), labelpos: "c" }, id);
  layout(drawing, { disableOptimalOrderHeuristic: true });

  const boxes = new Map(nodes.map(({ id }) => [id, boxOf(drawing.node(id))]));
  const exits = new Map(nodes.map((node) => [node.id, node.kind === "step" ? exitsOf(node.step) : []]));
  const ways = edges.map(({ id, slot, from, to }) => {
    const { points = [], x = 0, y = 0 } = drawing.edge(from, to, id);
    const [source, target] = [boxes.get(from), boxes.get(to)];
    if (source === undefined || target === undefined) throw new Error("an edge without its nodes");
    const index = from === ARRIVAL ? 0 : (exits.get(from)?.indexOf(slot.exit) ?? 0);
    const begin = { x: source.x + source.width * exitPlace(index, exits.get(from)?.length ?? 1), y: source.y + source.height };
    const end = { x: target.x + target.width / 2, y: target.y };
    return [id, { path: pathThrough([begin, ...points.slice(1, -1), end]), label: { x, y } }] as const;
  });
  const { width = 0, height = 0 } = drawing.graph() as Partial<Size>;
  return { whole: { width, height }, boxes, ways: new Map(ways) };
}

const boxOf = ({ x = 0, y = 0, width, height }: NodeLabel): Box => ({ x: x - width / 2, y: y - height / 2, width, height });

/** Where on the lower side of a step one of its ways begins, from 0 to 1. */
export const exitPlace = (index: number, count: number) => (index + 1) / (Math.max(count, 1) + 1);

/** A line that leaves and reaches each point straight downwards. */
function pathThrough([first, ...rest]: Point[]): string {
  if (first === undefined) return "";
  let { x, y } = first;
  const parts = [`M${at(first)}`];
  for (const point of rest) {
    const half = (y + point.y) / 2;
    parts.push(`C${at({ x, y: half })} ${at({ x: point.x, y: half })} ${at(point)}`);
    ({ x, y } = point);
  }
  return parts.join(" ");
}

const at = ({ x, y }: Point) => `${String(Math.round(x))},${String(Math.round(y))}`;

// ---- finding one's way

export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const ASIDE = 2;

/** What stands next in a direction: rather straight ahead than near. */
export function beside(boxes: ReadonlyMap<string, Box>, from: string, direction: Direction): string | null {
  const box = boxes.get(from);
  if (box === undefined) return null;
  const here = middle(box);
  const isAcross = direction === "ArrowLeft" || direction === "ArrowRight";
  const sign = direction === "ArrowUp" || direction === "ArrowLeft" ? -1 : 1;
  let found: string | null = null;
  let least = Infinity;
  for (const [id, other] of boxes) {
    const there = middle(other);
    const ahead = sign * (isAcross ? there.x - here.x : there.y - here.y);
    const aside = Math.abs(isAcross ? there.y - here.y : there.x - here.x);
    const far = ahead + ASIDE * aside;
    if (ahead < 1 || far >= least) continue;
    [found, least] = [id, far];
  }
  return found;
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const REACH = 260;

/** The way whose words stand nearest to a point, if any is near. */
export function wayNear(ways: Laid["ways"], { x, y }: Point): string | null {
  let found: string | null = null;
  let least = REACH;
  for (const [id, { label }] of ways) {
    const far = Math.hypot(label.x - x, label.y - y);
    if (far < least) [found, least] = [id, far];
  }
  return found;
}
