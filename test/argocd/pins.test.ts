/** What pipelines and images bring from elsewhere: by exact version or by digest, npm packages from a lock file. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileOf } from '../support/generated';

const ROOT = join(__dirname, '..', '..');
const tracked = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const FILES = tracked.stdout
  .split('\n')
  .filter(
    path =>
      /^(cmp|pipelines|starter|templates|examples|\.github)\/|^action\.yml$/.test(path) && !path.includes('/dist/'),
  )
  .filter(path => /\.(ya?ml|json|sh|js|ts)$|Containerfile$/.test(path));

/** One thing from elsewhere, and whether it is always the same. */
interface Foreign {
  readonly kind: 'image' | 'action' | 'runner' | 'install';
  readonly what: string;
  readonly pinned: boolean;
}

/** A version with a point in it, or a digest; the version of an action is three numbers, or a commit. */
const IMAGE = /@sha256:[0-9a-f]{64}$|:v?\d+\.[\w.-]*\d$/;
const ACTION = /@(v\d+\.\d+\.\d+|[0-9a-f]{40})$/;

function foreignIn(text: string): readonly Foreign[] {
  const all = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, what = '']) => what);
  const images = [
    ...all(/^\s*(?:- )?(?:image|NODE_IMAGE): *["']?([^\s"'#$]+)/gm),
    ...all(/^ARG \w+=(\S+:\S+)$/gm),
    ...all(/^\s*default: *(\S+\/\S+:\S+)$/gm),
  ];
  return [
    ...images.map(what => ({ kind: 'image' as const, what, pinned: IMAGE.test(what) })),
    ...all(/^\s*(?:- )?uses: *(\S+)/gm)
      .filter(what => !what.startsWith('./'))
      .map(what => ({ kind: 'action' as const, what, pinned: ACTION.test(what) })),
    ...all(/^\s*(?:runs-on|os): *(.*)$/gm)
      .filter(what => !what.includes('${{'))
      .map(what => ({ kind: 'runner' as const, what, pinned: !what.includes('latest') })),
    ...all(/\b(npm (?:ci|install|i)\b.*)$/gm)
      .filter(what => !/^npm install(,|, then)/.test(what))
      .map(what => ({ kind: 'install' as const, what, pinned: what.startsWith('npm ci') })),
  ];
}

const found = FILES.flatMap(path => foreignIn(fileOf(path)).map(foreign => ({ path, ...foreign })));

test('nothing is whatever happens to be newest', () => {
  expect(found.filter(({ pinned }) => !pinned)).toEqual([]);
});

test('there is something of every kind to look at', () => {
  const kinds = found.map(({ kind }) => kind);
  for (const kind of ['image', 'action', 'runner', 'install']) expect(kinds).toContain(kind);
});

test.each([
  ['image: node:latest', 'image: node:22.1.0'],
  ['  image: registry.example.com:5000/a/node', '  image: registry.example.com:5000/a/node:9.8-1787020445'],
  ['ARG BASE=registry.example.com/node:22', `ARG BASE=registry.example.com/node:22@sha256:${'a'.repeat(64)}`],
  ['- uses: actions/checkout@v4', '- uses: actions/checkout@v4.1.0'],
  ['- uses: actions/checkout@main', `- uses: actions/checkout@${'a'.repeat(40)} # v4.1.0`],
  ['runs-on: ubuntu-latest', 'runs-on: ubuntu-24.04'],
  ['- run: npm install', '- run: npm ci'],
])('%s would be noticed, and %s is fine', (floating, pinned) => {
  expect(foreignIn(floating)).toMatchObject([{ pinned: false }]);
  expect(foreignIn(pinned)).toMatchObject([{ pinned: true }]);
});

test('npm installs from the registry that is configured, and no address is fetched by hand', () => {
  const scripts = FILES.filter(path => /^(cmp|pipelines|templates)\/|^action\.yml$/.test(path)).map(fileOf);
  expect(scripts.filter(text => /\b(curl|wget) /.test(text))).toEqual([]);
});
