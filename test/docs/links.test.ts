/** Links between the project's own documents: the file is there, and so is the heading. */

import { readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileOf } from '../support/generated';
import { linksOf, problemsOf } from '../support/links';

const ROOT = join(__dirname, '..', '..');
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map(name => `docs/${String(name)}`)
    .filter(name => name.endsWith('.md'))
    .sort(),
];

test.each(DOCUMENTS)('every link of %s leads somewhere', document => {
  expect(problemsOf(document, fileOf(document))).toEqual([]);
});

/** What the package on the registry consists of, besides what npm always adds. */
const PACKAGED: readonly string[] = [
  ...JSON.parse(fileOf('package.json')).files,
  'README.md',
  'LICENSE',
  'package.json',
];

const isPackaged = (target: string): boolean =>
  PACKAGED.some(name => target === name || target.startsWith(`${name.replace(/\/\*.*/, '')}/`));

test.each(DOCUMENTS.filter(isPackaged))('every link of %s leads to a file of the package', document => {
  const targets = linksOf(fileOf(document))
    .map(link => link.split('#')[0] ?? '')
    .filter(path => path !== '')
    .map(path => normalize(join(dirname(document), path)));
  expect(targets.filter(target => !isPackaged(target))).toEqual([]);
});

test('there are links to look at', () => {
  expect(DOCUMENTS.flatMap(document => linksOf(fileOf(document))).length).toBeGreaterThan(30);
});

test.each<[string, string[]]>([
  ['# Wide `code` and, more!\n[a](#wide-code-and-more)', []],
  ['# Twice\n# Twice\n[a](#twice) [b](#twice-1)', []],
  ['<a id="CODE"></a>\n[a](#CODE)', []],
  ['```\n# not a heading\n[x](nothing.md)\n```\n`[y](none)`', []],
  ['[a](#nowhere)', ['#nowhere: docs/gitops.md has no heading #nowhere']],
  ['[a](missing.md)', ['missing.md: there is no docs/missing.md']],
  ['[a](../../outside.md)', ['../../outside.md: there is no ../outside.md']],
  ['[a](constructs.md#nowhere)', ['constructs.md#nowhere: docs/constructs.md has no heading #nowhere']],
  ['[a](../README.md) [b](https://example.com) [c](mailto:a@example.com)', []],
])('%j', (text, problems) => {
  expect(problemsOf('docs/gitops.md', text)).toEqual(problems);
});
