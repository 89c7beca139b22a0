/** Links between the project's own documents: the file is there, and so is the heading. */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileOf } from '../support/generated';

const ROOT = join(__dirname, '..', '..');
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map(name => `docs/${String(name)}`)
    .filter(name => name.endsWith('.md'))
    .sort(),
];

/** Text that is shown as it is written holds no links and no headings. */
const withoutCode = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '`code`');

/** What GitHub calls a heading: small letters, no punctuation, dashes for blanks, a number from the second on. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
  const visible = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  for (const [, heading = ''] of visible.matchAll(/^#{1,6} +(.+?)\s*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const base = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Targets of links and images that are in this repository. */
const linksOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target));

/** What is wrong with a link, if anything is. */
function problemOf(document: string, text: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : normalize(join(dirname(document), path));
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return `${link}: there is no ${target}`;
  if (anchor === undefined) return undefined;
  const anchors = anchorsOf(target === document ? text : fileOf(target));
  return anchors.has(anchor) ? undefined : `${link}: ${target} has no heading #${anchor}`;
}

const problemsOf = (document: string, text: string): readonly string[] =>
  linksOf(text).flatMap(link => problemOf(document, text, link) ?? []);

test.each(DOCUMENTS)('every link of %s leads somewhere', document => {
  expect(problemsOf(document, fileOf(document))).toEqual([]);
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
