import { spansOf, within } from '../../../src/cli/synth-cache/times';

test.each<[string, readonly number[], readonly (readonly [number, number])[]]>([
  ['none', [], []],
  ['one', [5], [[5, 5]]],
  ['those of one run, in any order', [2_000, 1_000, 1_500.5], [[1_000, 2_000]]],
  [
    'those of two',
    [9_000, 1_000, 9_100, 1_200],
    [
      [1_000, 1_200],
      [9_000, 9_100],
    ],
  ],
  [
    'more than a second apart',
    [1_000, 2_000.5],
    [
      [1_000, 1_000],
      [2_000.5, 2_000.5],
    ],
  ],
])('spans of times: %s', (_, times, spans) => {
  expect(spansOf(times)).toEqual(spans);
  expect(times.every(within(spans))).toBe(true);
});

test('a time is within spans from the first to the last moment of each', () => {
  const isWithin = within([
    [10, 20],
    [40, 50],
  ]);
  const times = [9.9, 10, 20, 20.1, 39.9, 40, 50, 50.1, 15, 45];
  expect(times.filter(isWithin)).toEqual([10, 20, 40, 50, 15, 45]);
  expect([1, Number.NaN].some(within([]))).toBe(false);
});
