/** `test` mirrors `src`: who knows where a thing is made knows where it is tested. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const TEST = __dirname;
const SRC = join(TEST, '..', 'src');

/** Folders of tests about more than one room of `src`, or about what is not in it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  attacks: 'what somebody, or bad luck, could do to a run',
  conformance: 'our schemas and objects against the real CRDs',
  docs: 'the pages of docs/',
  examples: 'whole fleets with their output',
  procedures: 'what the OpenShift documentation does by hand',
  properties: 'what holds for every input',
  scripts: 'the scripts of scripts/',
  support: 'what tests share',
};

const files = readdirSync(TEST, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.test.ts') && !((name.split('/')[0]?.replace(/\..*/, '') as string) in ELSEWHERE))
  .filter(name => name.includes('/'))
  .sort();
const folders = [...new Set(files.map(name => dirname(name)))];

const isSource = (path: string): boolean => existsSync(join(SRC, `${path}.ts`)) || existsSync(join(SRC, path));
const textOf = (name: string): string => readFileSync(join(TEST, name), 'utf8');

test('every folder of tests is a folder of src, or one of those listed', () => {
  expect(folders.filter(folder => !existsSync(join(SRC, folder)))).toEqual([]);
});

test('every folder that is listed is there', () => {
  expect(Object.keys(ELSEWHERE).filter(folder => !existsSync(join(TEST, folder)))).toEqual([]);
});

/** A test about several files has a name of its own, and says at its top what it is about. */
test.each(files)('%s is named after what it tests, or says what it is about', name => {
  const path = name.replace(/(\.slow)?\.test\.ts$/, '');
  const named = isSource(path) || basename(path) === basename(dirname(path));
  expect(named || textOf(name).startsWith('/**')).toBe(true);
});

const rules = readdirSync(join(SRC, 'rules'), { recursive: true })
  .map(name => join('rules', String(name)))
  .filter(name => name.endsWith('.ts') && dirname(name) !== 'rules')
  .map(name => [name, codesIn(readFileSync(join(SRC, name), 'utf8'))] as const)
  .filter(([, codes]) => codes.length > 0);

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}code: '([A-Z0-9_]+)',$/gm)].map(([, code]) => code ?? '');
}

/** Beside its examples, which all rules have in `rules/examples.test.ts`. */
test.each(rules)('%s has its test, or one in its folder that names one of its codes', (name, codes) => {
  const tests = files.filter(file => dirname(file) === dirname(name));
  const own = tests.includes(name.replace(/\.ts$/, '.test.ts'));
  const texts = tests.map(textOf);
  expect(own || codes.some(code => texts.some(text => new RegExp(`\\b${code}\\b`).test(text)))).toBe(true);
});

test('there are rules to look at', () => {
  expect(rules.length).toBeGreaterThan(40);
});
