import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../../src/output/manifest-file';
import { OutputError } from '../../src/output/output-error';
import { differences, listFiles, replaceFolder, withdraw } from '../../src/output/output-folder';
import { folderWith } from '../support/files';

const file = (path: string, text = path): OutputFile => ({ path: `clusters/${path}`, text });
const OLD = { 'dist/clusters/a/x.yaml': 'old', 'dist/clusters/b/y.yaml': 'old' };
const setUp = (files: Readonly<Record<string, string>> = OLD): { readonly root: string; readonly dist: string } => {
  const root = folderWith(files);
  return { root, dist: join(root, 'dist') };
};
const content = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(listFiles(folder).map(path => [path, readFileSync(join(folder, path), 'utf8')]));

test('makes the folder, and the folders above it', () => {
  const dist = join(folderWith(), 'deep', 'dist');
  replaceFolder(dist, [file('a/x.yaml')]);
  expect(content(dist)).toEqual({ 'clusters/a/x.yaml': 'a/x.yaml' });
});

test('replaces the old output: stale files go, and nothing is left beside it', () => {
  const { root, dist } = setUp();
  replaceFolder(dist, [file('a/z.yaml', 'new')]);
  expect(content(dist)).toEqual({ 'clusters/a/z.yaml': 'new' });
  expect(readdirSync(root)).toEqual(['dist']);
});

test('an output without a file is an empty folder', () => {
  const { dist } = setUp();
  replaceFolder(dist, []);
  expect(readdirSync(dist)).toEqual([]);
});

describe('the old output stays, untouched', () => {
  test.each<readonly [string, () => Iterable<OutputFile>, RegExp]>([
    [
      'when building fails half-way',
      function* () {
        yield file('a/x.yaml', 'new');
        throw new TypeError('a mistake of ours');
      },
      /^a mistake of ours$/,
    ],
    ['when two objects share a file', () => [file('a/x.yaml'), file('a/x.yaml/y')], /cannot be written: E/],
    [
      'when a name is too long for the file system',
      () => [file(`${'x'.repeat(300)}.yaml`)],
      /cannot be written: ENAME/,
    ],
  ])('%s', (_, files, message) => {
    const { root, dist } = setUp();
    expect(() => replaceFolder(dist, files())).toThrow(message);
    expect(content(root)).toEqual(OLD);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test.each(['README.md', '.gitkeep', 'cluster'])('when the folder holds %s, which is not ours', name => {
    const { root, dist } = setUp({ ...OLD, [`dist/${name}`]: 'theirs' });
    expect(() => replaceFolder(dist, [file('a/x.yaml')])).toThrow(OutputError);
    expect(() => replaceFolder(dist, [file('a/x.yaml')])).toThrow(`holds "${name}"`);
    expect(content(root)).toEqual({ ...OLD, [`dist/${name}`]: 'theirs' });
  });

  test('when there is a file in place of the folder', () => {
    const { dist } = setUp({ dist: 'a file' });
    expect(() => replaceFolder(dist, [])).toThrow('is not a folder');
    expect(readFileSync(dist, 'utf8')).toBe('a file');
    expect(() => differences(dist, [])).toThrow(OutputError);
  });
});

describe('what a run that was killed left', () => {
  test('while it wrote: the folder aside is thrown away', () => {
    const { root, dist } = setUp({ ...OLD, '.dist-next/clusters/half.yaml': '' });
    replaceFolder(dist, [file('a/x.yaml', 'new')]);
    expect(content(root)).toEqual({ 'dist/clusters/a/x.yaml': 'new' });
  });

  test('between the renames: the old output comes back, also when this run fails', () => {
    const { root, dist } = setUp();
    renameSync(dist, join(root, '.dist-last'));
    const failing = (function* (): Generator<OutputFile> {
      yield* [];
      throw new Error('no');
    })();
    expect(() => replaceFolder(dist, failing)).toThrow('no');
    expect(content(root)).toEqual(OLD);
  });

  test('after the renames: the output is the new one', () => {
    const { root, dist } = setUp({ ...OLD, '.dist-last/clusters/a/x.yaml': 'older' });
    replaceFolder(dist, [file('a/x.yaml', 'new')]);
    expect(content(root)).toEqual({ 'dist/clusters/a/x.yaml': 'new' });
  });
});

test.each(['dist', './dist', 'dist/', 'x/../dist'])('of one cluster alone, the others stay: %s', name => {
  const { root } = setUp({
    ...OLD,
    'dist/clusters/a/stale.yaml': '',
    'dist/clusters/ab/z.yaml': 'ab',
    'dist/argocd/p.yaml': 'p',
  });
  mkdirSync(join(root, 'x'));
  const dist = `${root}/${name}`;
  replaceFolder(dist, [file('a/x.yaml', 'new')], ['a']);
  const rest = { 'argocd/p.yaml': 'p', 'clusters/ab/z.yaml': 'ab', 'clusters/b/y.yaml': 'old' };
  expect(content(join(root, 'dist'))).toEqual({ ...rest, 'clusters/a/x.yaml': 'new' });
});

test('a link to the folder stays a link, and what it points to is replaced', () => {
  const root = folderWith({ 'real/clusters/a/x.yaml': 'old' });
  symlinkSync('real', join(root, 'dist'));
  replaceFolder(join(root, 'dist'), [file('a/x.yaml', 'new')]);
  expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
  expect(content(join(root, 'real'))).toEqual({ 'clusters/a/x.yaml': 'new' });
});

describe('differences', () => {
  test.each(['dist', './dist', 'dist/'])('in %s: missing, other and left over', name => {
    const { root } = setUp();
    const found = differences(`${root}/${name}`, [file('a/x.yaml', 'new'), file('c/z.yaml')]);
    expect(found).toEqual(['differs: clusters/a/x.yaml', 'left over: clusters/b/y.yaml', 'missing: clusters/c/z.yaml']);
  });

  test('none where all is the same, and of some clusters alone', () => {
    const { dist } = setUp();
    expect(differences(dist, [file('a/x.yaml', 'old'), file('b/y.yaml', 'old')])).toEqual([]);
    expect(differences(dist, [file('a/x.yaml', 'old')], ['a'])).toEqual([]);
    expect(differences(join(dist, 'none'), [file('a/x.yaml')])).toEqual(['missing: clusters/a/x.yaml']);
  });
});

test('an empty folder is withdrawn, any other stays', () => {
  const { root, dist } = setUp();
  mkdirSync(join(root, 'empty'));
  withdraw(join(root, 'empty'));
  withdraw(join(root, 'none'));
  withdraw(dist);
  writeFileSync(join(root, 'file'), '');
  expect([existsSync(join(root, 'empty')), existsSync(dist)]).toEqual([false, true]);
});
