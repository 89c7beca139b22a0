import fc from 'fast-check';
import { sameData } from '../../src/values/same-data';
import { copyOf } from '../support/mutations';
import { UNLIKE } from '../support/unlike-data';

test('a copy is the same data', () => {
  const value = { list: [{ a: 1 }, { b: 2 }], map: { deep: { text: 'x' } }, none: null, absent: undefined };
  expect(sameData(value, { ...copyOf(value), absent: undefined })).toBe(true);
});

const date = new Date(0);

test.each<readonly [string, unknown, unknown]>([
  ['another text', { a: { b: 'x' } }, { a: { b: 'y' } }],
  ...UNLIKE,
  ['a map for a list', { 0: 1 }, [1]],
  ['a map for nothing', {}, null],
  ['a number for a text', 1, '1'],
  ['another object of a class', new Date(0), date],
  ['an object of a class for a map', date, {}],
])('%s is not', (_, some, other) => expect(sameData(some, other)).toBe(false));

test('the same object of a class is', () => expect(sameData([date], [date])).toBe(true));

test('whatever the data, it is what has the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (some, other) => {
      expect(sameData(some, copyOf(some))).toBe(true);
      expect(sameData(some, other)).toBe(JSON.stringify(some) === JSON.stringify(other));
    }),
    { seed: 3, numRuns: 500 },
  );
});
