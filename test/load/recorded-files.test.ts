import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DISK } from '../../src/load/files';
import { recordedFiles, type Seen } from '../../src/load/recorded-files';
import { folderWith } from '../support/files';

/** File systems note times no finer. */
const settled = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);

/** A file that a run read long after it was written, and what the run saw. */
function read() {
  const file = join(folderWith({ 'a.yaml': 'name: a\n' }), 'a.yaml');
  settled();
  const files = recordedFiles();
  files.text(file);
  const [seen] = files.seen() ?? [];
  return { file, seen: seen as Seen };
}

test('a file that is as it was is not read again', () => {
  const { file, seen } = read();
  const text = jest.spyOn(DISK, 'text');
  const files = recordedFiles();
  expect(files.isAsSeen(seen)).toBe(true);
  expect(files.digestOf(file)).toBe(seen[1]);
  expect(files.seen()).toEqual([seen]);
  expect(text).not.toHaveBeenCalled();
  text.mockRestore();
});

test.each<[string, boolean, (file: string) => void]>([
  ['written again as it was', true, file => writeFileSync(file, 'name: a\n')],
  ['touched', true, file => utimesSync(file, 1, 1)],
  ['edited', false, file => appendFileSync(file, '#')],
])('a file that was %s is read: as seen %s', (_, isAsSeen, change) => {
  const { file, seen } = read();
  change(file);
  expect(recordedFiles().isAsSeen(seen)).toBe(isAsSeen);
});

test('a file that changes while a run reads it twice makes the run unsteady', () => {
  const { file, seen } = read();
  const files = recordedFiles();
  expect(files.isAsSeen(seen)).toBe(true);
  appendFileSync(file, '#');
  files.text(file);
  expect(files.seen()).toBeUndefined();
});

test('a file that is not there is known by its error', () => {
  const file = join(folderWith(), 'a.yaml');
  const files = recordedFiles();
  expect(() => files.text(file)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  expect(files.seen()).toEqual([[file, 'error ENOENT']]);
  expect(recordedFiles().isAsSeen([file, 'error ENOENT'])).toBe(true);
});
