/** Two values share what they have in common, and stay what they are. */

import fc from 'fast-check';
import { sharedWith } from '../../src/values/shared-with';
import { copyOf } from '../support/mutations';
import { UNLIKE } from '../support/unlike-data';

const before = { list: [{ a: 1 }, { b: 2 }], map: { deep: { text: 'x' }, name: 'one' }, none: null };

test('an equal value is the other one', () => {
  expect(sharedWith(copyOf(before), before)).toBe(before);
});

test('of a value that differs, the parts that are equal are those of the other one', () => {
  const value = { ...copyOf(before), map: { deep: { text: 'x' }, name: 'two' } };
  const shared = sharedWith(value, before);
  expect(shared).toEqual(value);
  expect(shared.list).toBe(before.list);
  expect(shared.map.deep).toBe(before.map.deep);
  expect(value.map.deep).not.toBe(before.map.deep);
});

test.each<readonly [string, unknown, unknown]>([
  ...UNLIKE,
  ['a date of the same time', new Date(0), new Date(0)],
  ['zeros of another sign', [-0], [0]],
  ['a zero of another sign', { a: -0 }, { a: 0 }],
  ['a map of a class', Object.assign(new (class Odd {})(), { a: 1 }), { a: 1 }],
])('%s: nothing is shared', (_, value, other) => {
  expect(sharedWith(value, other)).not.toBe(other);
  expect(JSON.stringify(sharedWith(value, other))).toBe(JSON.stringify(value));
});

test('what is shared is equal to the value, and neither is changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      const [asItWas, otherAsItWas] = [copyOf(value), copyOf(other)];
      const shared = sharedWith([value, { same: value }, other], [other, { same: copyOf(value) }, value]);
      expect(JSON.stringify(shared)).toBe(JSON.stringify([value, { same: value }, other]));
      expect(shared).toEqual([asItWas, { same: asItWas }, otherAsItWas]);
      expect([value, other]).toEqual([asItWas, otherAsItWas]);
    }),
  );
});
