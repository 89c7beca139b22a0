/** A graph as a drawing without names: clusters of one shape share it, and the page fills in their names. */

import { forHtml } from '../../../output/html/page';
import { BOX, type Layout, layOut, type Point } from './layout';
import type { Graph, GraphNode } from './node';

/** A drawing, and the names that belong into its boxes, in their order. */
export interface Drawing {
  readonly shape: string;
  readonly names: readonly string[];
}

/** The drawing; each box has a title and a text that wait for their name. */
export function draw(graph: Graph): Drawing {
  const layout = layOut(graph);
  const { width, height, bands, boxes, lines } = layout;
  const parts = [
    ...bands.map(({ x, width: wide, when }) => band(x, wide, height, when)),
    ...lines.map(points => `<path d="${curve(points)}"/>`),
    ...graph.nodes.map((node, index) => box(node, boxes[index] ?? { x: 0, y: 0 })),
  ];
  return {
    shape: `<svg role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
    names: graph.nodes.map(({ name }) => name),
  };
}

/** Words above a band. */
const labelOf = (when: Layout['bands'][number]['when']): string => {
  if (when === 'before') return 'made elsewhere';
  return when === 'after' ? 'filled by the registry' : `wave ${String(when).replace('-', '−')}`;
};

const band = (x: number, wide: number, height: number, when: GraphNode['when']): string =>
  `<rect class="band" x="${x - 10}" y="4" width="${wide + 20}" height="${height - 8}" rx="10"/><text class="wave" x="${x}" y="24">${labelOf(when)}</text>`;

const box = ({ tone, title, when }: GraphNode, { x, y }: Point): string =>
  `<g class="${tone}${typeof when === 'number' ? '' : ' outside'}" data-when="${labelOf(when)}" transform="translate(${x} ${y})"><title></title><rect width="${BOX.width}" height="${BOX.height}" rx="7"/><rect class="edge" width="5" height="${BOX.height}" rx="2"/><text class="kind" x="15" y="19">${forHtml(title)}</text><text class="name" x="15" y="36"></text></g>`;

/** Straight through lanes, bent between columns; the last part ends in an arrow. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points as readonly [Point, ...Point[]];
  let [{ x, y }, text] = [first, `M${first.x} ${first.y}`];
  for (const [index, point] of rest.entries()) {
    const bend = (x + point.x) / 2;
    text += index % 2 === 0 ? `C${bend} ${y} ${bend} ${point.y} ${point.x} ${point.y}` : `H${point.x}`;
    ({ x, y } = point);
  }
  return `${text}m-7-4l7 4-7 4`;
}
