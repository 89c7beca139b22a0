/** A document that is written like another one reads as it does alone: its value, its keys and its places. */

import fc from 'fast-check';
import type { ConfigPath } from '../../../../src/findings/finding';
import { AlikeDocuments } from '../../../../src/load/yaml/plain/alike-documents';
import type { PlainDocument } from '../../../../src/load/yaml/plain/plain-document';
import { readPlain } from '../../../../src/load/yaml/plain/read-plain';

/** Every path of a value, and some that lead nowhere. */
const pathsOf = (value: unknown): ConfigPath[] => {
  if (typeof value !== 'object' || value === null) return [[], ['missing'], [0]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ['missing'], ...entries.flatMap(([key, item]) => pathsOf(item).map(path => [key, ...path]))];
};

/** All that is to be known of a document. */
function all(document: PlainDocument | null | undefined): unknown {
  if (!document) return document;
  const value = document.value();
  const tree = document.tree();
  const { keys, values } = document;
  const places = pathsOf(value).map(path => ({ path, ...tree.locate(path), written: tree.written(path) }));
  return { value, order: JSON.stringify(value), keys, values, places, at: keys?.map(key => document.valueAt(key)) };
}

/** Reads texts one after the other, each as it must be; how many were not read node by node. */
function readAll(texts: readonly string[]): number {
  let whole = 0;
  const documents = new AlikeDocuments(text => {
    whole += 1;
    return readPlain(text);
  });
  let alike = 0;
  for (const text of texts) {
    whole = 0;
    const found = documents.read(text);
    if (whole === 0) alike += 1;
    expect({ text, all: all(found) }).toEqual({ text, all: all(readPlain(text)) });
  }
  return alike;
}

test.each([
  ['words', 'a: one\nb: {c: two, d: [three, four]}\n', 'a: other\nb: {c: x, d: [y/z, a.b-c_d]}\n'],
  ['the same words', 'a: one\nb: 5\n', 'a: one\nb: 5\n'],
  ['lists', '- a\n- b: c\n  d: e\n', '- x\n- b: y\n  d: z\n'],
  ['lists in lists', '- - a\n  - b\n', '- - c\n  - d\n'],
  ['quoted texts', 'a: "x y"\nb: \'z\'\nc: ["", "1"]\n', 'a: "http://h: #1"\nb: \'\'\nc: ["null", "a, b"]\n'],
  ['words with colons', 'a: https://h:5000/v3\nb: {c: d:e}\n', 'a: https://other.h:1/v\nb: {c: x}\n'],
  ['comments', '# first\n---\na: b   # two\n\nc: d # e\n', '# first\n---\na: bbbb   # two\n\nc: x # e\n'],
  ['the end without a line', 'a: b', 'a: cc'],
  ['keys that are special', '__proto__: b\n"1": c\n"0": d\n', '__proto__: x\n"1": y\n"0": z\n'],
])('%s', (_, first, second) => {
  expect(readAll([first, second])).toBe(1);
});

test.each([
  ['a number', 'a: b\n', 'a: 5\n'],
  ['a constant', 'a: b\n', 'a: true\n'],
  ['no value', 'a: b\nc: d\n', 'a: null\nc: d\n'],
  ['a size', 'a: 5Gi\n', 'a: 5e3\n'],
  ['several words', 'a: b\n', 'a: b c\n'],
  ['a quote', 'a: b\n', 'a: "b"\n'],
  ['a quote that is not closed', 'a: "b"\n', 'a: "b\n'],
  ['a quote in quotes', "a: 'b'\n", "a: 'b''c'\n"],
  ['an escape', 'a: "b"\n', 'a: "b\\n"\n'],
  ['a map', 'a: b\n', 'a: {}\n'],
  ['a map in a line', 'a: b\n', 'a: b: c\n'],
  ['a map in an item', '- b\n', '- b: c\n'],
  ['a colon at the end', '- b\n', '- b:\n'],
  ['a comment', 'a: b\n', 'a: b #c\n'],
  ['another key', 'a: b\n', 'c: b\n'],
  ['one key more', 'a: b\n', 'a: b\nc: d\n'],
  ['letters beyond ASCII', 'a: "b"\n', 'a: "ü"\n'],
  ['an anchor', 'a: b\n', 'a: &b c\n'],
  ['a tab', 'a: "b"\n', 'a: "b\tc"\n'],
])('%s is another form', (_, first, second) => {
  expect(readAll([first, second])).toBe(0);
});

test('forms that begin in the same way are told apart', () => {
  const texts = ['a: b\n', 'a: "b"\n', 'a: 5\n', 'a: b\nc: d\n', 'a: b\nc: 5\n', 'a: b\nc: [d]\n', 'a: b\nd: e\n'];
  expect(readAll(texts)).toBe(0);
  expect(readAll([...texts, ...texts.map(text => text.replaceAll(/[be]/g, 'x'))])).toBe(
    2 * texts.length - texts.length,
  );
});

test('what is large, or has another form each time, is read node by node', () => {
  const words = (count: number, word: string): string =>
    `a: [${Array.from({ length: count }, () => word).join(', ')}]\n`;
  expect(readAll([words(200, 'b'), words(200, 'c')])).toBe(0);
  expect(readAll([`${words(50, 'b')}# ${'x'.repeat(9_000)}\n`, `${words(50, 'c')}# ${'x'.repeat(9_000)}\n`])).toBe(0);
  const forms = Array.from({ length: 120 }, (_, index) => `key${index}: b\n`);
  expect(readAll([...forms, ...forms])).toBe(100);
});

/** Values as people write them, and some that are nearly right. */
const VALUES = [
  'one',
  'two/3',
  'x:y',
  'a.b',
  '_',
  '/',
  'null',
  'Null',
  'true',
  '5',
  '-1',
  '5Gi',
  '1e3',
  '"q"',
  '""',
  "'s'",
];
const ODD = [
  '"a b"',
  '"#"',
  '"a: b"',
  "'\"'",
  '"\\""',
  'a b',
  'a #c',
  'a:',
  ':a',
  'a, b',
  '[',
  ']',
  '{a: b}',
  '- a',
  '~',
  '*a',
  '%',
  '...',
];
const FORMS = [
  'a: V\n',
  '- V\n',
  'a: {b: V, c: V}\n',
  'a: [V, V]\n',
  '- a: V\n  b: V\n',
  'a:\n  b: V\n  c: V # d\n',
  '- - V\n  - V\n',
  'V: a\n',
];

test('whatever is put where a value was reads as it does alone', () => {
  const value = fc.constantFrom(...VALUES, ...VALUES, ...ODD);
  const filled = fc.array(value, { minLength: 8, maxLength: 8 });
  const form = fc.array(fc.constantFrom(...FORMS), { minLength: 1, maxLength: 3 }).map(parts => parts.join(''));
  let alike = 0;
  fc.assert(
    fc.property(form, fc.array(filled, { minLength: 3, maxLength: 8 }), (text, fillings) => {
      alike += readAll(
        fillings.map(values => {
          let next = 0;
          return text.replaceAll('V', () => values[next++ % values.length] ?? '');
        }),
      );
    }),
    { seed: 3, numRuns: Number(process.env.PLAIN_RUNS ?? 500) },
  );
  expect(alike).toBeGreaterThan(20);
});
