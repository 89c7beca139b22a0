import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileStates, isPast } from '../../src/load/file-state';
import { folderWith } from '../support/files';

const FILES = { 'a.yaml': 'name: a\n', 'b.yaml': 'name: b\n', 'sub/c.yaml': 'name: c\n' };

/** As a run sees a file that starts as long after the file was changed, in milliseconds. */
function stateOf(path: string, later = 1_000) {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(statSync(path).ctimeMs + later);
  try {
    return new FileStates().of(path);
  } finally {
    clock.mockRestore();
  }
}

/** Sets the time that people see back to what it was. */
function unnoticed(path: string, change: () => void): void {
  const { atimeMs, mtimeMs } = statSync(path);
  change();
  utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
}

test.each<[string, boolean, (at: (path: string) => string) => void]>([
  ['nothing', true, () => undefined],
  ['that it is read', true, at => readFileSync(at('a.yaml'))],
  ['that another file changes', true, at => writeFileSync(at('b.yaml'), 'x')],
  ['an edit of the same length', false, at => unnoticed(at('a.yaml'), () => writeFileSync(at('a.yaml'), 'name: x\n'))],
  ['that another file takes its place', false, at => renameSync(at('b.yaml'), at('a.yaml'))],
])('a file and %s: the same state %s', (_, isSame, change) => {
  const folder = folderWith(FILES);
  const at = (path: string): string => join(folder, path);
  const before = stateOf(at('a.yaml'))?.state;
  expect(before).toEqual(expect.any(String));
  change(at);
  expect(stateOf(at('a.yaml'))?.state === before).toBe(isSame);
});

test.each<[string, (folder: string) => void]>([
  ['a link', folder => symlinkSync('a.yaml', join(folder, 'x'))],
  ['a folder', folder => mkdirSync(join(folder, 'x'))],
  ['nothing', () => undefined],
])('%s has no state', (_, make) => {
  const folder = folderWith(FILES);
  make(folder);
  expect(new FileStates().of(join(folder, 'x'))).toBeUndefined();
});

test('the state of a file that was changed right now is not certain', () => {
  const file = join(folderWith(FILES), 'a.yaml');
  expect(stateOf(file, 10)).toEqual({ place: file });
  expect(stateOf(file, 30)).toEqual({ place: file, state: expect.any(String) });
});

test.each<[string, number, number, boolean]>([
  ['long ago', 1_000.5, 2_000, true],
  ['a moment ago', 1_000.5, 1_010, false],
  ['later, by another clock', 3_000.5, 2_000, false],
  ['in whole milliseconds', 1_000, 2_000, false],
])('a time %s is one that no later change has: %s, %s, %s', (_, time, now, is) => {
  expect(isPast(time, now)).toBe(is);
});

test('a file that is the same behind another folder has another state', () => {
  const folder = folderWith(FILES);
  symlinkSync('sub', join(folder, 'link'));
  const file = join(folder, 'link', 'c.yaml');
  const before = stateOf(file);
  expect(before?.place).toBe(join(folder, 'sub', 'c.yaml'));
  renameSync(join(folder, 'sub'), join(folder, 'moved'));
  rmSync(join(folder, 'link'));
  symlinkSync('moved', join(folder, 'link'));
  expect(stateOf(file)?.place).toBe(join(folder, 'moved', 'c.yaml'));
  expect(stateOf(file)?.state).not.toBe(before?.state);
});
