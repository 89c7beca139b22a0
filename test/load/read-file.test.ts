import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '../../src/load/read-file';
import { folderWith } from '../support/files';

jest.mock('node:fs', () => {
  const fs = jest.requireActual<typeof import('node:fs')>('node:fs');
  return { ...fs, readSync: jest.fn(fs.readSync) };
});
const { readSync: read } = jest.requireActual<typeof import('node:fs')>('node:fs');

const fileWith = (text: string): string => join(folderWith({ a: text }), 'a');

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('reads all of %i bytes', length => {
  const text = 'é'.repeat(length / 2) + 'a'.repeat(length % 2);
  expect(readTextFile(fileWith(text))).toBe(text);
});

test('reads a file that has content but size 0', () => {
  expect(readTextFile('/proc/version')).toBe(readFileSync('/proc/version', 'utf8'));
});

test('reads what is added meanwhile, within the limit', () => {
  const grows = (file: string, more: string): void => {
    jest.mocked(readSync).mockImplementationOnce((...args) => {
      appendFileSync(file, more);
      return read(...(args as Parameters<typeof read>));
    });
  };
  const file = fileWith('a');
  grows(file, 'b'.repeat(100_000));
  expect(readTextFile(file)).toBe(`a${'b'.repeat(100_000)}`);
  grows(file, 'c'.repeat(100_000));
  expect(() => readTextFile(file, 150_000)).toThrow('EFBIG');
});

test('goes on where less is read than was asked for', () => {
  const file = fileWith('abc'.repeat(1_000));
  const slow = (handle: number, buffer: Buffer, offset: number, length: number): number =>
    read(handle, buffer, offset, Math.min(length, 7), null);
  jest.mocked(readSync).mockImplementation(slow as typeof readSync);
  expect(readTextFile(file)).toBe('abc'.repeat(1_000));
  jest.mocked(readSync).mockImplementation(read);
});

test('opens no pipe', () => {
  const pipe = join(folderWith(), 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  expect(() => readTextFile(pipe)).toThrow('ENOTREG');
});
