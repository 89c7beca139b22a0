/** Functions run for many inputs find what they would find alone, and run no more often than needed. */

import { Alike } from '../../../src/values/alike/alike';
import { Example } from '../../../src/values/alike/example';

// biome-ignore lint/suspicious/noExplicitAny: the functions read it as they like
type Data = Record<string, any>;
type Find = (input: Data) => readonly unknown[];

/** Runs one function over an input three times, which makes it the example, and then over another. */
function afterExample(find: Find, example: Data, input: Data): { readonly found: readonly unknown[]; runs: number } {
  let runs = 0;
  const counted: Find = given => {
    runs += 1;
    return find(given);
  };
  const alike = new Alike<Data, unknown>([counted], () => 'one kind');
  for (const _ of [1, 2, 3]) expect(alike.foundIn(example)).toEqual(find(example));
  runs = 0;
  return { found: alike.foundIn(input), runs };
}

const now = new Date('2025-01-01T00:00:00Z');

/** What a function reads; an input in which that is the same, and one in which it differs. */
const READS: Readonly<Record<string, readonly [find: Find, example: Data, same: Data, other: Data]>> = {
  'a value': [({ a }) => [a], { a: 1, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 1 }],
  'a value below': [({ a }) => [a.b.c], { a: { b: { c: 1 } } }, { a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 2 } } }],
  'a missing value': [({ a }) => [a], { b: 1 }, { b: 2 }, { b: 1, a: 1 }],
  'a value below a missing one': [({ a }) => [a?.b], { c: 1 }, { c: 2 }, { a: { b: 1 } }],
  'a map that is now a text': [({ a }) => [typeof a], { a: {} }, { a: {} }, { a: 'x' }],
  'a map that is now a list': [({ a }) => [Array.isArray(a)], { a: {} }, { a: {} }, { a: [] }],
  'whether a key is there': [input => ['a' in input], { a: undefined, b: 1 }, { a: undefined, b: 2 }, { b: 1 }],
  'an own key': [input => [Object.hasOwn(input, 'a')], { a: undefined }, { a: undefined }, {}],
  'a key of every map': [
    ({ a }) => [Object.hasOwn(a, 'constructor'), a.constructor === Object],
    { a: {} },
    { a: {} },
    { a: { constructor: 1 } },
  ],
  'the keys': [input => Object.keys(input), { a: 1, b: 1 }, { a: 2, b: 2 }, { a: 1, b: 1, c: 1 }],
  'their order': [input => [JSON.stringify(input)], { a: 1, b: 1 }, { a: 1, b: 1 }, { b: 1, a: 1 }],
  'a value as a property': [
    input => [Object.getOwnPropertyDescriptors(input).a?.get?.() ?? Object.getOwnPropertyDescriptor(input, 'a')?.value],
    { a: 1 },
    { a: 1 },
    { a: 2 },
  ],
  'the values': [input => Object.values(input), { a: 1 }, { a: 1 }, { a: 2 }],
  'the rest': [({ a: _, ...rest }) => [rest], { a: 1, b: 1 }, { a: 1, b: 1 }, { a: 1, b: 2 }],
  'a copy': [input => [{ ...input }], { a: { b: 1 } }, { a: { b: 1 } }, { a: { b: 2 } }],
  'a part that is only passed on': [({ a }) => [a], { a: { b: [1] } }, { a: { b: [1] } }, { a: { b: [2] } }],
  'a list': [({ a }) => a.map((item: number) => item + 1), { a: [1, 2] }, { a: [1, 2] }, { a: [1, 3] }],
  'a longer list': [({ a }) => a.filter((item: number) => item > 0), { a: [1] }, { a: [1] }, { a: [1, 2] }],
  'the length': [({ a }) => [a.length], { a: [1, 2] }, { a: [3, 4] }, { a: [1] }],
  'beyond the end of a list': [({ a }) => [a[1], a.at(-1)], { a: [1] }, { a: [1] }, { a: [1, 2] }],
  'the first that fits': [
    ({ a }) => [a.find((item: number) => item > 1)],
    { a: [1, 2, 3] },
    { a: [1, 2, 4] },
    { a: [1, 4, 3] },
  ],
  'lists in lists': [({ a }) => a.flat(), { a: [[1], [2]] }, { a: [[1], [2]] }, { a: [[1], [2, 3]] }],
  'one part in two places': [
    ({ a, b }) => [a.c, b.c],
    (part => ({ a: part, b: part }))({ c: 1 }),
    { a: { c: 1 }, b: { c: 1 } },
    { a: { c: 1 }, b: { c: 2 } },
  ],
  'a date': [({ at }) => [at.getTime()], { at: now }, { at: now }, { at: new Date(0) }],
  'a key that is missing in all maps but some': [
    ({ a }) => [a.b, a.c],
    { a: { d: 1 } },
    { a: { e: 1 } },
    { a: { d: 1, c: 2 } },
  ],
  'a symbol': [
    ({ a }) => [a[Symbol.toStringTag]],
    { a: { b: 1 } },
    { a: { b: 2 } },
    { a: { b: 1, [Symbol.toStringTag]: 'x' } },
  ],
  'a number that is none': [({ a }) => [Number.isNaN(a)], { a: 1 }, { a: 1 }, { a: Number.NaN }],
};

test.each(Object.entries(READS))('%s: found anew where it differs, and known where it does not', (_, row) => {
  const [find, example, same, other] = row;
  expect(find(other)).not.toEqual(find(example));
  expect(afterExample(find, example, same)).toEqual({ found: find(same), runs: 0 });
  expect(afterExample(find, example, other)).toEqual({ found: find(other), runs: 1 });
});

test.each(Object.entries(READS))('%s: known of an example that was made after another one', (_, row) => {
  const [find, example, same, other] = row;
  for (const [one, next] of [
    [example, same],
    [same, example],
    [other, example],
    [example, other],
  ] as const) {
    const second = new Example([find], next, new Example([find], one));
    for (const input of [one, next, example, same, other]) expect(second.foundIn(input)).toEqual(find(input));
  }
});

test('an example runs no function that read the same of another one', () => {
  const runs: string[] = [];
  const of = (key: string): Find => {
    return input => {
      runs.push(key);
      return input[key].x > 1 ? [key] : [];
    };
  };
  const functions = [of('a'), of('b')];
  const first = new Example(functions, { a: { x: 1 }, b: { x: 2 } });
  expect(runs).toEqual(['a', 'b', 'b']);
  runs.length = 0;
  const second = new Example(functions, { a: { x: 1 }, b: { x: 0 } }, first);
  expect(runs).toEqual(['b']);
  expect(second.foundIn({ a: { x: 5 }, b: { x: 0 } })).toEqual(['a']);
});

test('only the functions that read what differs are run, and what all find keeps its order', () => {
  const runs: string[] = [];
  const of = (key: string): Find => {
    return input => {
      runs.push(key);
      return [`${key}=${input[key]}`, input[key]];
    };
  };
  const alike = new Alike<Data, unknown>([of('a'), of('b'), () => [], of('c')], () => '');
  alike.foundIn({ a: 1, b: 1, c: 1 });
  alike.foundIn({ a: 1, b: 1, c: 1 });
  runs.length = 0;
  expect(alike.foundIn({ a: 1, b: 2, c: 1 })).toEqual(['a=1', 1, 'b=2', 2, 'c=1', 1]);
  expect(runs).toEqual(['b']);
});

test('an input is compared with one of its kind, and the first of a kind with any other', () => {
  let runs = 0;
  const find: Find = ({ a }) => {
    runs += 1;
    return [a];
  };
  const alike = new Alike<Data, unknown>([find], ({ kind }) => kind);
  for (const kind of ['x', 'y', 'z']) expect(alike.foundIn({ kind, a: 1 })).toEqual([1]);
  expect(runs).toBe(3);
  expect(alike.foundIn({ kind: 'x', a: 1 })).toEqual([1]);
  runs = 0;
  expect(alike.foundIn({ kind: 'w', a: 1 })).toEqual([1]);
  expect(runs).toBe(0);
  expect(alike.foundIn({ kind: 'v', a: 2 })).toEqual([2]);
  expect(runs).toBe(1);
});

test('a function that changes its input is a mistake of ours', () => {
  const sorts: Find = ({ a }) => a.sort();
  const alike = new Alike<Data, unknown>([sorts], () => '');
  alike.foundIn({ a: [2, 1] });
  expect(() => alike.foundIn({ a: [2, 1] })).toThrow('input must not be changed');
});

test('what is read of a large input is not watched: it takes many times as long as to run the functions', () => {
  let runs = 0;
  const find: Find = ({ list }) => {
    runs += 1;
    return [list.length];
  };
  const alike = new Alike<Data, unknown>([find], () => '');
  const large = { list: Array.from({ length: 10_000 }, (_, index) => ({ index })) };
  for (const _ of [1, 2, 3]) expect(alike.foundIn(large)).toEqual([10_000]);
  expect(runs).toBe(3);
});
