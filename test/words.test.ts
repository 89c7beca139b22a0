/** The words of everything that people read: texts, docstrings, documents and scripts, and the comments of the code. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_ROWS } from '../src/rules/catalogue';
import { proseOf } from './support/prose';
import { WORDS, wrongWords } from './support/word-list';

const ROOT = join(__dirname, '..');

const below = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map(name => join(folder, String(name)))
    .filter(name => ending.test(name));

const readText = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const sources = below('src', /\.ts$/).map(name => ({ name, ...proseOf(readText(name)) }));
/** Their docstrings become the documentation and the help of editors. */
const isPublic = (name: string): boolean => /^src\/(?:config|constructs)\//.test(name);

const documents = [
  ...readdirSync(ROOT).filter(name => name.endsWith('.md')),
  ...below('docs', /\.md$/),
  ...below('src', /\.(?:sh|lua)$/),
];

type Row = readonly [name: string, words: readonly string[]];

const texts: readonly Row[] = [
  ...sources.map(({ name, texts: own, comments }): Row => {
    const read = isPublic(name) ? [...own, ...comments] : own;
    return [name, read.flatMap(({ line, text }) => wrongWords(text).map(word => `${line}: ${word}`))];
  }),
  ...documents.map(
    (name): Row => [
      name,
      readText(name)
        .split(/\n\s*\n/)
        .flatMap(wrongWords),
    ],
  ),
];

const comments: readonly Row[] = sources
  .filter(({ name }) => !isPublic(name))
  .map(({ name, comments: own }) => [
    name,
    own.flatMap(({ line, text }) => wrongWords(text).map(word => `${line}: ${word}`)),
  ]);

test.each(texts)('%s speaks to people in their own words', (_, words) => {
  expect(words).toEqual([]);
});

test.each(comments)('%s is commented in the same words', (_, words) => {
  expect(words).toEqual([]);
});

const SOURCE = [
  'const told = { anew: "told" }; // it is',
  '// told',
  'const b = `$' + "{told ? { c: 'within it' } : ''} is told`.split(/anew \\/\\/ [`'/]/);",
  'const c = told / anew / 2;',
  '/** For',
  ' * ever. */',
  'f("not // a comment");',
].join('\n');

describe('the test itself', () => {
  test.each(WORDS.flatMap(word => word.bad.map(text => [text, word] as const)))('finds "%s"', (text, { right }) => {
    expect(wrongWords(text).join()).toContain(right);
  });

  test.each(WORDS.flatMap(word => (word.good ?? []).map(text => [text, word] as const)))(
    'lets "%s" pass',
    (text, { wrong }) => {
      expect(text).not.toMatch(wrong);
    },
  );

  test('reads texts, templates and comments, across lines, and no code', () => {
    const { texts: found, comments: notes } = proseOf(SOURCE);
    expect(found.map(({ text }) => text)).toEqual(['within it', 'VALUE is told', 'not // a comment']);
    expect(notes.map(({ line }) => line)).toEqual([1, 5]);
    expect(notes.flatMap(({ text }) => wrongWords(text))).toEqual([
      expect.stringContaining('told'),
      expect.stringContaining('forever'),
    ]);
  });

  test('looks at the texts of every rule', () => {
    const read = sources.flatMap(({ texts: own }) => own.map(({ text }) => text)).join('\n');
    const unread = CATALOGUE_ROWS.filter(({ why, fix }) => !read.includes(why) || !read.includes(fix));
    // Some are put together from parts.
    expect(unread.length).toBeLessThan(CATALOGUE_ROWS.length / 10);
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/gitops.md']));
    expect(documents.some(name => name.endsWith('.sh'))).toBe(true);
  });
});
