import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../../src/output/output-error';
import { replaceFile } from '../../src/output/replace-file';
import { folderWith } from '../support/files';

test('writes a file, and keeps the mode of one that is there', () => {
  const folder = folderWith();
  const file = join(folder, 'a.lock.yaml');
  replaceFile(file, 'one');
  chmodSync(file, 0o600);
  replaceFile(file, 'two');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, readdirSync(folder)]).toEqual([
    'two',
    0o600,
    ['a.lock.yaml'],
  ]);
});

test('a link stays a link', () => {
  const folder = folderWith({ 'real/file': 'one' });
  symlinkSync('real/file', join(folder, 'link'));
  replaceFile(join(folder, 'link'), 'two');
  expect([readlinkSync(join(folder, 'link')), readFileSync(join(folder, 'real/file'), 'utf8')]).toEqual([
    'real/file',
    'two',
  ]);
  expect(readdirSync(join(folder, 'real'))).toEqual(['file']);
});

test('what is in the way stays', () => {
  const folder = folderWith({ 'fleet.lock.yaml.next/mine': 'mine', 'none/x': '' });
  mkdirSync(join(folder, 'folder'));
  symlinkSync('nowhere', join(folder, 'link'));
  expect(() => replaceFile(join(folder, 'folder'), 'x')).toThrow('it is not a file');
  expect(() => replaceFile(join(folder, 'link'), 'x')).toThrow('is a link to nothing');
  expect(() => replaceFile(join(folder, 'gone', 'x'), 'x')).toThrow('cannot be written: ENOENT');
  replaceFile(join(folder, 'fleet.lock.yaml'), 'x');
  expect(readFileSync(join(folder, 'fleet.lock.yaml.next/mine'), 'utf8')).toBe('mine');
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
});

test('a name that is too long is an obstacle, not a mistake of ours', () =>
  expect(() => replaceFile('x'.repeat(300), '')).toThrow(OutputError));
