import * as fs from 'node:fs';
import { join } from 'node:path';
import { FileFacts } from '../../../src/cli/synth-cache/file-facts';
import { treeState } from '../../../src/cli/synth-cache/tree-state';
import { folderWith } from '../../support/files';

const FILES = { 'a.yaml': 'a', 'clusters/x/a.yaml': 'a', 'clusters/x/b.yaml': 'b', 'clusters/y/a.yaml': 'a' };

/** A time that is long past. */
const before = new Date(2020, 1, 1);

describe('the state of a folder', () => {
  const changes: Readonly<Record<string, (root: string) => void>> = {
    'a file with another text of the same length and the same times': root => {
      const file = join(root, 'clusters/x/b.yaml');
      const { atime, mtime } = fs.statSync(file);
      fs.writeFileSync(file, 'c');
      fs.utimesSync(file, atime, mtime);
    },
    'another mode': root => fs.chmodSync(join(root, 'clusters/x/b.yaml'), 0o600),
    'another time': root => fs.utimesSync(join(root, 'a.yaml'), before, before),
    'a file that was moved to another folder': root =>
      fs.renameSync(join(root, 'clusters/x/b.yaml'), join(root, 'clusters/y/b.yaml')),
    'a new file': root => fs.writeFileSync(join(root, 'clusters/y/b.yaml'), 'b'),
    'an empty folder': root => fs.mkdirSync(join(root, 'clusters/z')),
    'a link in place of a file': root => {
      fs.rmSync(join(root, 'a.yaml'));
      fs.symlinkSync('clusters/x/a.yaml', join(root, 'a.yaml'));
    },
  };
  test.each(Object.entries(changes))('shows %s', (_, change) => {
    const root = folderWith(FILES);
    const { digest } = treeState(root);
    expect(treeState(root).digest).toBe(digest);
    // A file system notes times in steps of milliseconds.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    change(root);
    expect(treeState(root).digest).not.toBe(digest);
  });

  test('has the folders whose names look like those of files, and the files whose names do not', () => {
    const odd = { 'clusters/x.yaml/a.yaml': 'a', 'clusters/x.yaml/y/README': 'b', 'clusters/z/a.b/c.yaml': 'c' };
    const { folders } = treeState(folderWith({ ...FILES, ...odd }));
    const filesOf = ({ names }: { readonly names: readonly string[] }): string => names.join(' ');
    expect(Object.fromEntries([...folders].map(([folder, state]) => [folder, filesOf(state)]))).toEqual({
      '': 'a.yaml',
      ...{ clusters: '', 'clusters/x': 'a.yaml b.yaml', 'clusters/x.yaml': 'a.yaml', 'clusters/x.yaml/y': 'README' },
      ...{ 'clusters/y': 'a.yaml', 'clusters/z': '', 'clusters/z/a.b': 'c.yaml' },
    });
  });

  test('a last look has the same digest, and keeps nothing', () => {
    // More folders and files than are digested at once.
    const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, index) => [`clusters/c${index}/a.yaml`, 'a']));
    const root = folderWith({ ...FILES, ...many });
    const first = treeState(root);
    const since = { state: first, touched: new Set(['clusters/c3']) };
    for (const looks of [{ isLast: true }, { since }]) {
      const last = treeState(root, looks);
      expect(last.digest).toBe(first.digest);
      expect([last.folders.size, last.facts.count < first.facts.count]).toEqual([0, true]);
    }
    fs.appendFileSync(join(root, 'clusters/c3/a.yaml'), 'b');
    expect(treeState(root, { since }).digest).toBe(treeState(root).digest);
    expect(treeState(root).digest).not.toBe(first.digest);
  });

  test('names the files of each folder, and counts those that were written since', () => {
    const root = folderWith(FILES);
    for (const path of Object.keys(FILES)) fs.utimesSync(join(root, path), before, before);
    const written = before.getTime() + 1;
    expect(treeState(root, { written }).written).toBe(0);
    fs.writeFileSync(join(root, 'clusters/x/b.yaml'), 'other');
    const state = treeState(root, { written });
    expect(state.written).toBe(1);
    expect([...state.folders].map(([folder, { names, count }]) => [folder, names, count])).toEqual([
      ['', ['a.yaml'], 1],
      ['clusters', [], 0],
      ['clusters/x', ['a.yaml', 'b.yaml'], 2],
      ['clusters/y', ['a.yaml'], 1],
    ]);
  });

  test('is the same where only the touched folders are looked at', () => {
    const root = folderWith(FILES);
    const state = treeState(root);
    fs.rmSync(join(root, 'clusters/y'), { recursive: true });
    fs.mkdirSync(join(root, 'clusters/w'));
    fs.writeFileSync(join(root, 'clusters/w/a.yaml'), 'new');
    const touched = new Set(['', 'clusters', 'clusters/w', 'clusters/y']);
    const since = treeState(root, { since: { state, touched } });
    const { digest, newest, isCoarse } = treeState(root);
    expect(since).toMatchObject({ digest, newest, isCoarse });
    expect(digest).not.toBe(state.digest);
  });
});

test('an inode that a number cannot hold is known exactly', () => {
  const path = join(folderWith(FILES), 'a.yaml');
  const { dev } = fs.lstatSync(path, { bigint: true });
  const bytesOf = (ino: bigint): Buffer => {
    const facts = new FileFacts(() => ({ ino, dev }));
    facts.add(Object.assign(fs.lstatSync(path), { ino: Number(ino) }), path);
    return Buffer.concat([...facts.bytes()]);
  };
  const large = 2n ** 60n;
  expect(Number(large)).toBe(Number(large + 1n));
  expect(bytesOf(large)).toEqual(bytesOf(large));
  expect(bytesOf(large)).not.toEqual(bytesOf(large + 1n));
  expect(bytesOf(3n)).not.toEqual(bytesOf(3n + large));
});

test('facts are the same from wherever they are taken', () => {
  const path = join(folderWith(FILES), 'a.yaml');
  const stats = fs.lstatSync(path);
  const facts = new FileFacts();
  // More files than are in one piece of memory.
  const count = 2_500;
  for (let size = 0; size < count; size += 1) facts.add(Object.assign(stats, { size }), path);
  const bytesOf = (from?: number, to?: number): Buffer => Buffer.concat([...facts.bytes(from, to)]);
  const all = bytesOf();
  const width = all.length / count;
  for (const [from, to] of [
    [0, 1],
    [0, 1_024],
    [1_000, 1_050],
    [1_024, 2_048],
    [1_023, 2_049],
    [7, 7],
    [3, count],
  ] as const)
    expect(bytesOf(from, to).equals(all.subarray(from * width, to * width))).toBe(true);
  expect(Array.from({ length: count }, (_, index) => all.readDoubleLE(index * width))).toEqual([
    ...Array(count).keys(),
  ]);
});
