/** Where the boxes of a graph are: waves from left to right, and within a wave what is needed before what needs it. */

import type { Graph, GraphEdge, GraphNode } from './node';

/** Size of a box, and of the gap between two. */
export const BOX = { width: 184, height: 46 } as const;
const GAP = { across: 46, down: 16 } as const;
/** Height of the place that a line gets which passes between boxes. */
const LANE = 10;
/** Room above the boxes, for the names of the waves, and around all. */
const HEAD = 40;
const EDGE = 14;

/** A point of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A wave, or what comes before or after all of them: the columns it takes. */
export interface Band {
  readonly when: GraphNode['when'];
  readonly x: number;
  readonly width: number;
}

/** A graph with places for everything. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
  /** Upper left corners, in the order of the boxes. */
  readonly boxes: readonly Point[];
  /** For each line its points: from the right side of a box, through lanes, to the left side of another one. */
  readonly lines: readonly (readonly Point[])[];
}

/** A box, or a lane that a line takes through a column. */
interface Slot {
  readonly column: number;
  readonly height: number;
  y: number;
}

/** The layout; the same for graphs that differ in nothing but names. */
export function layOut({ nodes, edges }: Graph): Layout {
  const { columnOf, bands } = columns(nodes, edges);
  const boxes = nodes.map((_, index): Slot => ({ column: columnOf[index] ?? 0, height: BOX.height, y: 0 }));
  const forward = edges.filter(([from, to]) => (columnOf[from] ?? 0) < (columnOf[to] ?? 0));
  const chains = forward.map(([from, to]) => chain(boxes[from] as Slot, boxes[to] as Slot));
  const height = place([...boxes, ...chains.flatMap(slots => slots.slice(1, -1))], chains);
  const last = Math.max(0, ...columnOf);
  return {
    width: left(last) + BOX.width + EDGE,
    height: height + HEAD + EDGE,
    bands,
    boxes: boxes.map(({ column, y }) => ({ x: left(column), y })),
    lines: chains.map(pointsOf),
  };
}

const left = (column: number): number => EDGE + column * (BOX.width + GAP.across);

const rankOf = (when: GraphNode['when']): number =>
  when === 'before' ? Number.NEGATIVE_INFINITY : when === 'after' ? Number.POSITIVE_INFINITY : when;

/** A wave has a column for each step of what needs what within it. */
function columns(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): { readonly columnOf: readonly number[]; readonly bands: readonly Band[] } {
  const waves = [...new Set(nodes.map(({ when }) => when))].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const columnOf: number[] = nodes.map(() => 0);
  const bands: Band[] = [];
  let first = 0;
  for (const when of waves) {
    const members = nodes.flatMap((node, index) => (node.when === when ? [index] : []));
    const within = edges.filter(([from, to]) => members.includes(from) && members.includes(to));
    const depths = depthsOf(members, within);
    for (const index of members) columnOf[index] = first + (depths.get(index) ?? 0);
    const wide = Math.max(...depths.values()) + 1;
    bands.push({ when, x: left(first), width: wide * (BOX.width + GAP.across) - GAP.across });
    first += wide;
  }
  return { columnOf, bands };
}

/** The longest way to each box; a circle, which no cluster has, ends where it was entered. */
function depthsOf(members: readonly number[], edges: readonly GraphEdge[]): ReadonlyMap<number, number> {
  const depths = new Map(members.map(index => [index, 0]));
  for (let round = 1; round < members.length; round += 1) {
    for (const [from, to] of edges) depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(from) ?? 0) + 1));
  }
  return depths;
}

/** From one box to another one, with a lane in every column between. */
function chain(from: Slot, to: Slot): readonly Slot[] {
  const between = Array.from({ length: to.column - from.column - 1 }, (_, index): Slot => {
    return { column: from.column + 1 + index, height: LANE, y: 0 };
  });
  return [from, ...between, to];
}

/** Orders each column by what its slots are connected with, and returns the height of the tallest one. */
function place(slots: readonly Slot[], chains: readonly (readonly Slot[])[]): number {
  const beside = new Map<Slot, Slot[]>(slots.map(slot => [slot, []]));
  for (const line of chains) {
    for (const [index, slot] of line.entries()) {
      beside.get(slot)?.push(...line.slice(Math.max(0, index - 1), index), ...line.slice(index + 1, index + 2));
    }
  }
  const stacks: Slot[][] = [];
  for (const slot of slots) {
    stacks[slot.column] ??= [];
    stacks[slot.column]?.push(slot);
  }
  const tall = (stack: readonly Slot[]): number =>
    stack.reduce((sum, { height }) => sum + height + GAP.down, -GAP.down);
  const height = Math.max(0, ...stacks.map(tall));
  const stackUp = (stack: Slot[]): void => {
    let y = HEAD + (height - tall(stack)) / 2;
    for (const slot of stack) {
      slot.y = y;
      y += slot.height + GAP.down;
    }
  };
  const middle = ({ y, height: own }: Slot): number => y + own / 2;
  const pull = (slot: Slot, column: number): number => {
    const others = (beside.get(slot) ?? []).filter(other => other.column === column);
    return others.length === 0 ? middle(slot) : others.reduce((sum, other) => sum + middle(other), 0) / others.length;
  };
  for (const stack of stacks) stackUp(stack);
  for (const step of [-1, 1, -1]) {
    for (const stack of step < 0 ? stacks : [...stacks].reverse()) {
      const wanted = new Map(stack.map(slot => [slot, pull(slot, slot.column + step)]));
      stack.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      stackUp(stack);
    }
  }
  return height;
}

function pointsOf(line: readonly Slot[]): readonly Point[] {
  return line.flatMap(({ column, height, y }, index): readonly Point[] => {
    const at = (x: number): Point => ({ x, y: y + height / 2 });
    const [start, end] = [at(left(column)), at(left(column) + BOX.width)];
    if (index === 0) return [end];
    return index === line.length - 1 ? [start] : [start, end];
  });
}
