import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../src/rules/catalogue';
import { type Covered, rulesDocuments } from '../../src/rules/rules-document';

const ROOT = join(__dirname, '../..');
const COVERAGE: readonly Covered[] = JSON.parse(readFileSync(join(ROOT, 'scripts/coverage.json'), 'utf8'));
const documents = rulesDocuments(COVERAGE);
const index = documents.get('rules.md') ?? '';
const pages = [...documents].filter(([path]) => path.startsWith('rules/'));
const count = (text: string, part: string): number => text.split(part).length - 1;

test.each([...documents])('docs/%s is what the catalogue gives; if not, run npm run docs', (path, text) => {
  expect(readFileSync(join(ROOT, 'docs', path), 'utf8')).toBe(text);
});

test('there is no page of a topic that is gone; if there is, run npm run docs', () => {
  expect(readdirSync(join(ROOT, 'docs/rules')).sort()).toEqual(pages.map(([path]) => path.slice(6)).sort());
});

test.each([...CATALOGUE.keys()])('%s has one section, with its code as anchor there and in the index', code => {
  const homes = pages.filter(([, text]) => text.includes(`\n## ${code}\n`));
  expect(homes).toHaveLength(1);
  const [[path, text] = ['', '']] = homes;
  expect(count(text, `\n## ${code}\n`)).toBe(1);
  expect(count(text, `<a id="${code}"></a>`)).toBe(1);
  expect(count(index, `<a id="${code}"></a>[${code}](${path}#${code})`)).toBe(1);
});

test('no known mistake is listed twice', () => {
  const words = COVERAGE.map(({ mistake }) => mistake.toLowerCase());
  expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([]);
});

test.each(COVERAGE.map(entry => [entry.mistake, entry] as const))('%s: is found, or there is a reason', (_, entry) => {
  const { mistake, rules = [], whyNot = '' } = entry;
  expect(rules.length > 0 || whyNot.length > 10).toBe(true);
  expect(rules.filter(code => !CATALOGUE.has(code))).toEqual([]);
  expect(count(documents.get('rules/mistakes.md') ?? '', `| ${mistake.replace(/\|/g, '\\|')} |`)).toBe(1);
});
