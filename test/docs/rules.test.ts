import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../src/rules/catalogue';
import { type Covered, rulesDocument } from '../../src/rules/rules-document';

const COVERAGE: readonly Covered[] = JSON.parse(readFileSync(join(__dirname, '../../scripts/coverage.json'), 'utf8'));
const document = rulesDocument(COVERAGE);

test('docs/rules.md is what the catalogue gives; if not, run npm run docs', () => {
  expect(readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(document);
});

test.each([...CATALOGUE.keys()])('%s has a section with its code as anchor', code => {
  expect(document.split(`\n## ${code}\n`)).toHaveLength(2);
  expect(document.split(`<a id="${code}"></a>`)).toHaveLength(2);
});

test('every link within the page leads somewhere', () => {
  const anchors = [...document.matchAll(/\]\(#([A-Z0-9_]+)\)/g)].map(([, anchor]) => anchor ?? '');
  expect(anchors.length).toBeGreaterThan(CATALOGUE.size);
  for (const anchor of anchors) expect(CATALOGUE.has(anchor)).toBe(true);
});

test('no known mistake is listed twice, neither its number nor its words', () => {
  for (const column of [COVERAGE.map(({ row }) => row), COVERAGE.map(({ mistake }) => mistake.toLowerCase())]) {
    expect(column.filter((text, index) => column.indexOf(text) !== index)).toEqual([]);
  }
});

test.each(COVERAGE.map(entry => [entry.row, entry] as const))(
  'mistake %s is found, or there is a reason',
  (_, entry) => {
    const { mistake, rules = [], whyNot = '' } = entry;
    expect(mistake).toMatch(/\S/);
    expect(rules.length > 0 || whyNot.length > 10).toBe(true);
    expect(rules.filter(code => !CATALOGUE.has(code))).toEqual([]);
  },
);
