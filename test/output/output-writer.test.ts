/** The output is replaced as a whole or not at all, and only what is ours is ever touched. */

import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../../src/output/manifest-file';
import { OutputError } from '../../src/output/output-error';
import { asOnlyWriter } from '../../src/output/output-writer';
import { folderWith } from '../support/files';
import { content, identityOf, OLD, ours, outputFile, setUp, write } from '../support/output';

const file = (path: string, word?: string): OutputFile => outputFile(`clusters/${path}`, word);

test('makes the folder, and the folders above it', () => {
  const dist = join(folderWith(), 'deep', 'dist');
  write(dist, [file('a/x.yaml')]);
  expect(content(dist)).toEqual({ 'clusters/a/x.yaml': ours('clusters/a/x.yaml') });
});

test('of a run that writes nothing, nothing is left', () => {
  const root = folderWith();
  const destination = { folder: join(root, 'deep', 'dist'), fleetFile: 'fleet.yaml', fleetLock: 'fleet.lock.yaml' };
  expect(asOnlyWriter({ ...destination, tell: () => undefined }, () => 1)).toBe(1);
  expect(readdirSync(root)).toEqual([]);
});

test('replaces the old output: stale files go, and nothing is left beside it', () => {
  const { root, dist } = setUp();
  write(dist, [file('a/z.yaml', 'new')]);
  expect(content(dist)).toEqual({ 'clusters/a/z.yaml': ours('new') });
  expect(readdirSync(root)).toEqual(['dist']);
});

test('an output without a file is a folder without one', () => {
  const { dist } = setUp();
  write(dist, []);
  expect(readdirSync(dist)).toEqual(['.registry-gitops']);
});

describe('what does not change', () => {
  const BOTH = [file('a/x.yaml', 'old'), file('b/y.yaml', 'old')];

  test('a run without a change swaps nothing', () => {
    const { dist } = setUp();
    write(dist, BOTH);
    const before = [dist, join(dist, 'clusters')].map(identityOf);
    write(dist, BOTH);
    expect([dist, join(dist, 'clusters')].map(identityOf)).toEqual(before);
  });

  test.each([0, 1])('a file beside one that changes stays the same file: %i', changed => {
    const { dist } = setUp();
    const paths = ['clusters/a/x.yaml', 'clusters/b/y.yaml'].map(path => join(dist, path));
    const before = paths.map(identityOf);
    write(
      dist,
      BOTH.map((old, index) => (index === changed ? { ...old, text: ours('new') } : old)),
    );
    expect(paths.map(path => identityOf(path).join() === before[paths.indexOf(path)]?.join())).toEqual([
      changed !== 0,
      changed !== 1,
    ]);
  });

  test('of a folder, the file that is the same stays, one that changes is written, and one is added', () => {
    const { dist } = setUp({ ...OLD, 'dist/clusters/a/z.yaml': ours('old') });
    const before = identityOf(join(dist, 'clusters/a/x.yaml'));
    const texts = ['old', 'new', 'added'].map(ours);
    write(dist, [], { folders: [{ folder: 'clusters/a', names: ['x.yaml', 'z.yaml', 'y.yaml'], texts }] });
    expect(content(dist)).toEqual({
      'clusters/a/x.yaml': ours('old'),
      'clusters/a/y.yaml': ours('added'),
      'clusters/a/z.yaml': ours('new'),
    });
    expect(identityOf(join(dist, 'clusters/a/x.yaml'))).toEqual(before);
  });

  test('a file that is left over goes, though nothing else changes', () => {
    const { dist } = setUp();
    write(dist, BOTH.slice(0, 1));
    expect(Object.keys(content(dist))).toEqual(['clusters/a/x.yaml']);
  });
});

test("neighbours with names like ours are a user's own, and stay", () => {
  const theirs = Object.fromEntries(
    ['.dist-next', '.dist-last', '.dist-done', '.dist-next-0123456789abcdef', '.dist-last-mine'].map(name => [
      `${name}/notes`,
      'mine',
    ]),
  );
  const { root, dist } = setUp({ ...OLD, ...theirs });
  write(dist, [file('a/x.yaml', 'new')]);
  expect(content(root)).toEqual({ ...theirs, 'dist/clusters/a/x.yaml': ours('new') });
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
    ['when a file comes twice', () => [file('a/x.yaml', 'one'), file('a/x.yaml', 'two')], /cannot be written: EEXIST/],
    [
      'when a name is too long for the file system',
      () => [file(`${'x'.repeat(300)}.yaml`)],
      /cannot be written: a name is too long/,
    ],
  ])('%s', (_, files, message) => {
    const { root, dist } = setUp();
    expect(() => write(dist, files())).toThrow(message);
    expect(content(root)).toEqual(OLD);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test.each([OLD, {}])('when the lock cannot be written', files => {
    const { root, dist } = setUp(files);
    const commit = (): never => {
      throw new OutputError('fleet.lock.yaml cannot be written');
    };
    expect(() => write(dist, [file('a/x.yaml', 'new')], { commit })).toThrow('fleet.lock.yaml cannot be written');
    expect(content(root)).toEqual(files);
    expect(readdirSync(root)).toEqual(files === OLD ? ['dist'] : []);
  });
});

describe('a folder with anything that is not ours is refused, and the first of it is named', () => {
  const put =
    (path: string, text = 'theirs') =>
    (dist: string): void => {
      mkdirSync(join(dist, path, '..'), { recursive: true });
      writeFileSync(join(dist, path), text);
    };
  const link =
    (path: string, target: string) =>
    (dist: string): void =>
      symlinkSync(target, join(dist, path));
  const folder =
    (path: string) =>
    (dist: string): void =>
      void mkdirSync(join(dist, path), { recursive: true });

  test.each<readonly [string, (dist: string) => void]>([
    ['README.md', put('README.md')],
    ['.gitkeep', put('.gitkeep', '')],
    ['.registry-gitops', put('.registry-gitops')],
    ['.git', put('.git/HEAD')],
    ['cluster', put('cluster')],
    ['clusters/OWNERS', put('clusters/OWNERS')],
    ['clusters/a.yaml', put('clusters/a.yaml', ours('a'))],
    ['clusters/a/kustomization.yaml', put('clusters/a/kustomization.yaml')],
    ['clusters/a/.hidden.yaml', put('clusters/a/.hidden.yaml')],
    ['clusters/a/README.md', put('clusters/a/README.md', ours('a'))],
    ['clusters/a/empty.yaml', put('clusters/a/empty.yaml', '')],
    ['clusters/a/short.yaml', put('clusters/a/short.yaml', '# Made by')],
    ['clusters/a/bom.yaml', put('clusters/a/bom.yaml', `\uFEFF${ours('a')}`)],
    ['clusters/a/sub', put('clusters/a/sub/x.yaml', ours('a'))],
    ['clusters/mine/x', put('clusters/mine/x')],
    ['argocd/extra.yaml', put('argocd/extra.yaml')],
    ['argocd/sub', folder('argocd/sub')],
    ['hub/policies', put('hub/policies/x.yaml', ours('a'))],
    ['other', folder('other')],
    ['clusters/a/deeper', folder('clusters/a/deeper')],
    ['hub', link('hub', 'clusters')],
    ['argocd', link('argocd', '/nowhere')],
    ['clusters/c', link('clusters/c', 'a')],
    ['clusters/a/link.yaml', link('clusters/a/link.yaml', 'x.yaml')],
    ['argocd', put('argocd', ours('a'))],
  ])('%s', (name, make) => {
    const { root, dist } = setUp();
    make(dist);
    const before = content(root);
    const run = (): unknown => write(dist, [file('a/x.yaml', 'new')]);
    expect(run).toThrow(OutputError);
    expect(run).toThrow(`${dist} holds ${JSON.stringify(name)}, which is not ours and would be lost`);
    expect(content(root)).toEqual(before);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('the first by name, whatever is found first', () => {
    const { dist } = setUp({ ...OLD, 'dist/clusters/b/b.txt': '', 'dist/clusters/a/z.txt': '', 'dist/zzz': '' });
    expect(() => write(dist, [])).toThrow('holds "clusters/a/z.txt"');
  });

  test('folders of ours may be empty: git leaves some behind', () => {
    const { dist } = setUp();
    for (const path of ['clusters/gone', 'argocd', 'hub']) mkdirSync(join(dist, path));
    write(dist, [file('a/x.yaml', 'new')]);
    expect(readdirSync(join(dist, 'clusters'))).toEqual(['a']);
  });

  test('a file in place of the folder', () => {
    const { dist } = setUp({ dist: 'a file' });
    expect(() => write(dist, [])).toThrow('is not a folder');
    expect(readFileSync(dist, 'utf8')).toBe('a file');
  });
});

describe('a folder that holds what the run reads', () => {
  test.each(['', 'link/'])('is refused, though it looks like ours: %s', way => {
    const { root, dist } = setUp();
    symlinkSync('dist', join(root, 'link'));
    const input = join(root, way === '' ? 'dist' : 'link', 'clusters/a/x.yaml');
    expect(() => write(dist, [], { inputs: [input] })).toThrow('holds "clusters/a/x.yaml", which this run reads');
    expect(content(dist)).toEqual(content(setUp().dist));
  });
});

describe('whose output it is', () => {
  const run = (root: string, fleet: string, folder = 'dist'): unknown =>
    write(join(root, folder), [file('a/x.yaml')], { fleet: join(root, fleet) });

  test.each([
    ['fleet.yaml', 'other.yaml', 'dist'],
    ['production/fleet.yaml', 'staging/fleet.yaml', 'dist'],
    ['fleet.yaml', 'other.yaml', 'deep/er/dist'],
    ['fleet.yaml', 'staging/fleet.yaml', 'dist'],
  ])('the output of %s is not overwritten by that of %s', (first, second, folder) => {
    const root = folderWith({ 'production/x': '', 'staging/x': '', 'deep/er/x': '' });
    run(root, first, folder);
    const before = content(root);
    expect(() => run(root, second, folder)).toThrow('choose another folder with -o');
    expect(content(root)).toEqual(before);
    run(root, first, folder);
  });

  test('no name of a folder of this machine is in it', () => {
    const [config, manifests] = [folderWith({ 'fleet.yaml': '' }), folderWith()];
    write(join(manifests, 'dist'), [], { fleet: join(config, 'fleet.yaml') });
    const text = readFileSync(join(manifests, 'dist', '.registry-gitops'), 'utf8');
    expect(text.split('\n')[1]).toBe('"fleet.yaml"');
  });

  test('a folder that moves with its fleet file stays its output', () => {
    const root = folderWith({ 'a/x': '', 'b/x': '' });
    run(root, 'a/fleet.yaml', 'a/dist');
    const mark = readFileSync(join(root, 'a/dist/.registry-gitops'), 'utf8');
    run(root, 'b/fleet.yaml', 'b/out/dist');
    expect(readFileSync(join(root, 'b/out/dist/.registry-gitops'), 'utf8')).toBe(mark);
  });
});

test.each(['dist', './dist', 'dist/', 'x/../dist'])('of one cluster alone, the others stay: %s', name => {
  const { root } = setUp({
    ...OLD,
    'dist/clusters/a/stale.yaml': ours('stale'),
    'dist/clusters/ab/z.yaml': ours('ab'),
    'dist/argocd/p.yaml': ours('p'),
  });
  mkdirSync(join(root, 'x'));
  write(`${root}/${name}`, [file('a/x.yaml', 'new')], { only: ['a'], fleet: join(root, 'fleet.yaml') });
  const rest = { 'argocd/p.yaml': 'p', 'clusters/ab/z.yaml': 'ab', 'clusters/b/y.yaml': 'old' };
  const expected = Object.entries({ ...rest, 'clusters/a/x.yaml': 'new' }).map(([path, word]) => [path, ours(word)]);
  expect(content(join(root, 'dist'))).toEqual(Object.fromEntries(expected));
});

describe('links', () => {
  test('a link to the folder stays a link, and what it points to is replaced', () => {
    const root = folderWith({ 'real/clusters/a/x.yaml': ours('old') });
    symlinkSync('real', join(root, 'dist'));
    write(join(root, 'dist'), [file('a/x.yaml', 'new')]);
    expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
    expect(content(join(root, 'real'))).toEqual({ 'clusters/a/x.yaml': ours('new') });
  });

  test('a link to nothing is refused', () => {
    const root = folderWith();
    symlinkSync('nowhere', join(root, 'dist'));
    expect(() => write(join(root, 'dist'), [])).toThrow('is a link to nothing');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('the root of the file system is refused', () => {
    expect(() => write('/', [], { fleet: '/fleet.yaml' })).toThrow('/ is the root of the file system');
  });
});
