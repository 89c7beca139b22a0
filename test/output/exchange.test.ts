import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { undoExchange } from '../../src/output/exchange';
import { asideOf } from '../../src/output/swap';
import { content, identityOf, outputFile, setUp, write } from '../support/output';

const MANY = Array.from({ length: 100 }, (_, index) => outputFile(`clusters/c${index}/x.yaml`));
const texts = (files: readonly ReturnType<typeof outputFile>[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** An output of many files, and how the file system names its folder. */
function start() {
  const { root, dist } = setUp({ 'fleet.yaml': '' });
  write(dist, MANY);
  return { root, dist, folder: statSync(dist).ino };
}

test('a few files are exchanged, and the rest is not touched', () => {
  const { root, dist, folder } = start();
  const kept = join(dist, 'clusters/c5/x.yaml');
  const before = [identityOf(kept), statSync(kept).ctimeMs];
  const changed = outputFile('clusters/c0/x.yaml', 'other');
  const files = [changed, ...MANY.slice(2), outputFile('hub/y.yaml'), outputFile('clusters/c2/y.yaml')];
  write(dist, files);
  expect(content(dist)).toEqual(texts(files));
  expect([identityOf(kept), statSync(kept).ctimeMs]).toEqual(before);
  expect(statSync(dist).ino).toBe(folder);
  expect(existsSync(join(dist, 'clusters/c1'))).toBe(false);
  expect(readdirSync(root).sort()).toEqual(['dist', 'fleet.yaml']);
  write(dist, MANY);
  expect(content(dist)).toEqual(texts(MANY));
  expect(existsSync(join(dist, 'hub'))).toBe(false);
  expect(statSync(dist).ino).toBe(folder);
});

test.each<[string, readonly ReturnType<typeof outputFile>[]]>([
  ['many files change', MANY.map(({ path }, index) => outputFile(path, index < 10 ? 'other' : path))],
  ['many files are added', [...MANY, ...Array.from({ length: 10 }, (_, index) => outputFile(`hub/${index}.yaml`))]],
  ['many files are removed', MANY.slice(10)],
])('the folder is swapped where %s', (_, files) => {
  const { dist, folder } = start();
  write(dist, files);
  expect(content(dist)).toEqual(texts(files));
  expect(statSync(dist).ino).not.toBe(folder);
});

test('where the lock cannot be written, all is as before', () => {
  const { root, dist } = start();
  const files = [outputFile('clusters/c0/x.yaml', 'other'), ...MANY.slice(2), outputFile('hub/y.yaml')];
  const commit = (): never => {
    expect(content(dist)).toEqual(texts(files));
    throw new Error('no space');
  };
  expect(() => write(dist, files, { commit })).toThrow('no space');
  expect(content(dist)).toEqual(texts(MANY));
  expect(existsSync(join(dist, 'hub'))).toBe(false);
  expect(readdirSync(root).sort()).toEqual(['dist', 'fleet.yaml']);
});

test('an output that was made meanwhile gives way to the one that was there', () => {
  const { dist } = start();
  const folders = asideOf(dist, { id: '0123456789abcdef' });
  mkdirSync(folders.undo);
  renameSync(dist, folders.open);
  mkdirSync(dist);
  writeFileSync(join(dist, 'x'), '');
  undoExchange(dist, folders);
  expect(content(dist)).toEqual(texts(MANY));
  expect(existsSync(folders.open)).toBe(false);
});
