/** The package as it is packed: whole without this repository, and nothing in it that belongs to us alone. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PIPELINE_CHOICES } from '../../src/cli/init/choices';
import { repositoryFiles } from '../../src/cli/init/repository';
import { ownPackage } from '../../src/cli/own-package';
import { fileOf } from '../support/generated';
import { linksOf, problemsOf } from '../support/links';

const ROOT = join(__dirname, '..', '..');
const pack = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' });
const [{ files }] = JSON.parse(pack.stdout) as [{ readonly files: readonly { readonly path: string }[] }];
const PACKED: ReadonlySet<string> = new Set(files.map(({ path }) => path));
const DOCUMENTS = [...PACKED].filter(path => path.endsWith('.md')).sort();

/** What is compiled may not have been; its source is always there. */
const isPacked = (path: string): boolean => PACKED.has(path) || path.startsWith('lib/');
const folders = new Set(
  [...PACKED].flatMap(path => path.split('/').map((_, index, all) => all.slice(0, index).join('/'))),
);

test('the documents are packed', () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'docs/README.md', 'examples/README.md']));
});

test.each(DOCUMENTS)('every link of %s leads to something in the package', document => {
  const inPackage = (path: string): boolean => PACKED.has(path) || folders.has(path.replace(/\/$/, ''));
  expect(problemsOf(document, fileOf(document), inPackage)).toEqual([]);
});

test('a link out of the package would be noticed', () => {
  expect(problemsOf('docs/x.md', '[a](../src/main.ts)', path => PACKED.has(path))).toHaveLength(1);
  expect(linksOf(fileOf('docs/README.md')).length).toBeGreaterThan(10);
});

test('what others may import or run is in it', () => {
  const { bin, exports, main, types } = JSON.parse(fileOf('package.json'));
  const targets = [main, types, ...Object.values(bin), ...Object.values(exports).flatMap(textsIn)] as string[];
  for (const target of targets.map(path => path.replace(/^\.\//, '')))
    expect([target, isPacked(target)]).toEqual([target, true]);
  expect(Object.keys(bin)).toEqual([ownPackage().manifest.name, 'registry-gitops']);
});

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn);

test('it has all that init writes', () => {
  const texts = [...PACKED].filter(path => /^(starter|pipelines)\//.test(path)).map(fileOf);
  for (const pipeline of PIPELINE_CHOICES) {
    const made = repositoryFiles({ fleet: '', pipeline, source: '', snapshotTest: true });
    const copied = made.filter(({ path }) => !['fleet.yaml', 'package.json'].includes(path));
    for (const { path, text } of copied) expect([path, texts.includes(text)]).toEqual([path, true]);
  }
});

test('sources, tests and tools stay here', () => {
  const ours = /^(src|test|scripts|bench|crds|imports|clusters|dist|\.github|\.ci)\//;
  expect([...PACKED].filter(path => ours.test(path))).toEqual([]);
});
