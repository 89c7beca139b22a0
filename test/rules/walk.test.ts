import { valuesAt } from '../../src/rules/walk';

const ROOT = { a: [{ b: 1 }, { b: 2 }, {}], m: { x: { b: 3 }, y: null }, s: 'text', z: 0 };

test.each<[string, [(string | number)[], unknown][]]>([
  [
    'a.*.b',
    [
      [['a', 0, 'b'], 1],
      [['a', 1, 'b'], 2],
    ],
  ],
  ['m.*.b', [[['m', 'x', 'b'], 3]]],
  ['m.y', []],
  ['a.b', []],
  ['s.*', []],
  ['z', [[['z'], 0]]],
  ['toString', []],
  ['a.constructor', []],
])('%s', (pattern, expected) => {
  expect(valuesAt(ROOT, pattern).map(({ path, value }) => [path, value])).toEqual(expected);
});
