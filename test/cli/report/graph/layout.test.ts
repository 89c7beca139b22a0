import fc from 'fast-check';
import { BOX, layOut } from '../../../../src/cli/report/graph/layout';
import type { Graph, GraphNode } from '../../../../src/cli/report/graph/node';
import { draw } from '../../../../src/cli/report/graph/svg';

const node = (when: GraphNode['when'], name = 'x'): GraphNode => ({ tone: 'other', title: 'Kind', name, when });

/** Any boxes, and lines from a box to a later one. */
const graphs: fc.Arbitrary<Graph> = fc
  .array(fc.constantFrom<GraphNode['when']>('before', -30, 0, 20, 'after'), { minLength: 1, maxLength: 12 })
  .chain(whens =>
    fc
      .uniqueArray(fc.tuple(fc.nat(whens.length - 1), fc.nat(whens.length - 1)), { selector: String, maxLength: 20 })
      .map(pairs => ({ nodes: whens.map(when => node(when)), edges: pairs.filter(([from, to]) => from < to) })),
  );

test('no box is on another one, and all are within the picture', () => {
  fc.assert(
    fc.property(graphs, graph => {
      const { boxes, width, height } = layOut(graph);
      for (const [index, a] of boxes.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + BOX.width).toBeLessThanOrEqual(width);
        expect(a.y + BOX.height).toBeLessThanOrEqual(height);
        for (const b of boxes.slice(index + 1)) {
          expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
        }
      }
    }),
    { seed: 17 },
  );
});

test('no line passes through a box', () => {
  fc.assert(
    fc.property(graphs, graph => {
      const { boxes, lines } = layOut(graph);
      const flat = lines.flatMap(points => points.slice(1, -1));
      for (const { x, y } of flat) {
        const hit = boxes.filter(box => x >= box.x && x <= box.x + BOX.width && y > box.y && y < box.y + BOX.height);
        expect(hit).toEqual([]);
      }
    }),
    { seed: 17 },
  );
});

test('waves go from left to right, with what others make before and the images after them', () => {
  const whens = [20, 'after', -30, 'before', 0] as const;
  const { bands } = layOut({ nodes: whens.map(when => node(when)), edges: [] });
  expect(bands.map(({ when }) => when)).toEqual(['before', -30, 0, 20, 'after']);
  expect([...bands].sort((a, b) => a.x - b.x)).toEqual(bands);
});

test('within a wave what is needed is before what needs it', () => {
  const { boxes, bands } = layOut({
    nodes: [node(20), node(20), node(20)],
    edges: [
      [1, 0],
      [2, 1],
    ],
  });
  expect(bands).toHaveLength(1);
  expect(boxes.map(({ x }) => x).sort((a, b) => a - b)).toEqual([boxes[2]?.x, boxes[1]?.x, boxes[0]?.x]);
});

test('graphs that differ in names alone share a drawing', () => {
  const [a, b] = ['a', 'b'].map(name => draw({ nodes: [node(0, name), node(20, name)], edges: [[0, 1]] }));
  expect(a?.shape).toBe(b?.shape);
  expect(b?.names).toEqual(['b', 'b']);
  expect(draw({ nodes: [node(0), node(20)], edges: [] }).shape).not.toBe(a?.shape);
});

test('what is not synced is drawn apart', () => {
  const { shape } = draw({ nodes: [node('before'), node(-20), node('after')], edges: [] });
  expect(shape.match(/class="[a-z]+ outside"/g)).toHaveLength(2);
  expect(shape).toContain('>made elsewhere<');
  expect(shape).toContain('>wave −20<');
  expect(shape).toContain('>filled by the registry<');
});
