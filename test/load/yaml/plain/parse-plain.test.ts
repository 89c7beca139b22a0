/** Plain YAML means the same to our reader and to the library: values, and the place of each of them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ConfigPath } from '../../../../src/findings/finding';
import { parseByLibrary, parseYaml } from '../../../../src/load/yaml/parse-yaml';
import { parsePlain } from '../../../../src/load/yaml/plain/parse-plain';
import { placedPlainTree } from '../../../../src/load/yaml/plain/plain-node';
import { readPlain } from '../../../../src/load/yaml/plain/read-plain';
import { placedSyntaxTree, syntaxTreeOf } from '../../../../src/load/yaml/syntax-tree';
import { cpuSeconds } from '../../../support/cpu';

/** What our reader alone makes of it; nothing where it leaves any of it to the library. */
const plainOnly = (text: string) =>
  parsePlain(
    text,
    document => document.value(),
    () => ({ values: [], ends: [], problems: ['left'] }),
  );

/** Every path of a value, and some that lead nowhere. */
const pathsOf = (value: unknown): ConfigPath[] => {
  if (typeof value !== 'object' || value === null) return [[], ['missing'], [0]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ['missing'], ...entries.flatMap(([key, item]) => pathsOf(item).map(path => [key, ...path]))];
};

/** Whether our reader reads the text, which then must mean the same to the library. */
function sameToBoth(text: string): boolean {
  const ours = plainOnly(text);
  const library = parseByLibrary(text);
  const { values, problems } = parseYaml(text);
  expect({ text, values, problems }).toEqual({ text, values: library.values, problems: library.problems });
  if (ours === undefined) return false;
  expect({ text, problems: library.problems }).toEqual({ text, problems: [] });
  expect({ text, values: ours.values }).toEqual({ text, values: library.values });
  ours.values.forEach((value, index) => {
    const document = text.slice(ours.ends[index - 1] ?? 0, ours.ends[index]);
    const root = readPlain(document)?.root;
    if (!root) return;
    const tree = placedPlainTree(root);
    const other = placedSyntaxTree(syntaxTreeOf(document));
    for (const path of pathsOf(value)) {
      expect({ text, path, ...tree.locate(path) }).toEqual({ text, path, ...other.locate(path) });
      expect({ text, path, written: tree.written(path) }).toEqual({ text, path, written: other.written(path) });
    }
  });
  return true;
}

test.each([
  ['a map', 'name: prod\nplatform: aws\n'],
  ['maps in maps', 'a:\n  b:\n    c: d\n  e: f\ng: h\n'],
  ['lists of both indents', 'a:\n  - b\n  - c\nd:\n- e\n- f: g\n  h: i\n'],
  ['lists in lists', '- - a\n  - b\n-\n  - c\n'],
  ['flow', 'a: {b: c, d: [e, "f", {g: {}}], h: []}  # comment\n'],
  [
    'scalars',
    'a: null\nb: true\nc: 12\nd: -3\ne: 100Gi\nf: 168h\ng: "4.10"\nh: \'0 2 * * *\'\ni: https://a.b:5000/c\n',
  ],
  ['comments', '# one\n\na: b # two\n# three\nc:   # four\n  d: e\n#five'],
  ['documents', '# first\n---\na: b\n---\nc: d\n--- \n# nothing\n---\ne: f'],
  ['keys', '"quay.io:5000": a\n__proto__: b\nconstructor: {toString: c}\nnode-role.kubernetes.io/infra: ""\n'],
])('%s', (_, text) => {
  expect(sameToBoth(text)).toBe(true);
});

test.each([
  ['an anchor', 'a: &b {c: d}\n'],
  ['an alias', 'a: *b\n'],
  ['a merge', 'a:\n  <<: {b: c}\n'],
  ['a tag', 'a: !!str 1\n'],
  ['a block scalar', 'a: |\n  text: more\n'],
  ['two lines', 'a: b\n  c\n'],
  ['a quoted text of two lines', 'a: "b\n  c"\n'],
  ['an escape', 'a: "\\n"\n'],
  ['a quote that is written as two of them', "a: 'it''s'\n"],
  ['an odd number', 'a: 0o17\nb: 1e3\nc: .5\nd: +1\n'],
  ['a leading zero', 'a: 010\n'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['a key twice in flow', 'a: {b: 1, b: 2}\n'],
  ['an empty value', 'a:\nb: c\n'],
  ['an empty item', 'a:\n  -\n  - b\n'],
  ['a tab', 'a:\tb\n'],
  ['a carriage return', 'a: b\r\n'],
  ['letters beyond ASCII', 'a: ü\n'],
  ['a directive', '%YAML 1.2\n---\na: b\n'],
  ['the end of a document', 'a: b\n...\n'],
  ['nothing', ''],
  ['a comment alone', '# nothing\n'],
  ['flow of two lines', 'a: {b: c,\n  d: e}\n'],
  ['a pair in a list', 'a: [b: c]\n'],
  ['a wrong indent', 'a:\n    b: c\n  d: e\n'],
  ['a map in a line', 'a: b: c\n'],
  ['a question mark', '? a\n: b\n'],
  ['a number as key', '1: a\n'],
  ['a comment that is none', 'a: {b: c}#d\n'],
])('%s is left to the library', (_, text) => {
  expect(sameToBoth(text)).toBe(false);
});

test('most of our own configurations are read without the library, and as the library reads them', () => {
  const folder = join(__dirname, '../../../examples');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && entry.name.endsWith('.yaml'),
  );
  const read = files.map(entry => sameToBoth(readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8')));
  expect(read.filter(Boolean).length / read.length).toBeGreaterThan(0.5);
});

/** Pieces of which lines are made that are nearly right. */
const PIECES = [
  'a',
  'b',
  'a: ',
  'b: ',
  'c:',
  '- ',
  '-',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  ',',
];
const ODD = [
  '"x y"',
  "'z'",
  '#',
  ' # c',
  ':',
  '---\n',
  '\n---\n',
  '...',
  '1',
  '-1',
  '0',
  '07',
  '1.5',
  '1e3',
  '~',
  'null',
  'true',
];
const MORE = [
  'x:y',
  'http://h:1/p',
  '&a ',
  '*a',
  '!t ',
  '|',
  '>',
  '?',
  '? ',
  '%',
  '@',
  '`',
  '<<: ',
  '\\',
  '"',
  "'",
  '0x1',
  '5Gi',
  '.',
  '__proto__: ',
];

test('whatever is written means the same to both', () => {
  let plain = 0;
  const text = fc.array(fc.constantFrom(...PIECES, ...PIECES, ...ODD, ...MORE), { maxLength: 14 });
  fc.assert(
    fc.property(text, pieces => {
      if (sameToBoth(pieces.join(''))) plain += 1;
    }),
    { seed: 5, numRuns: Number(process.env.PLAIN_RUNS ?? 500) },
  );
  expect(plain).toBeGreaterThan(3);
});

describe('what is long', () => {
  test('a map of one line takes a time in proportion to its keys', () => {
    const text = `x: {${Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join(', ')}}\n`;
    let read: unknown;
    expect(cpuSeconds(() => (read = readPlain(text)?.values))).toBeLessThan(2);
    expect(read).toBe(120_001);
  });

  test('empty lines and comments before the start of a document', () => {
    const text = `${'\n'.repeat(3_950_000)}# a comment\n---\na: 1\n`;
    expect(parseYaml(text)).toMatchObject({ values: [{ a: 1 }], problems: [] });
  });
});
