import { readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_LOCK, type Lock, type LockedCluster } from '../../../src/fleet/lock/lock';
import { isCurrent, lockFileOf, readLock, writeLock } from '../../../src/fleet/lock/lock-file';
import { lockText } from '../../../src/fleet/lock/lock-text';
import { OutputError } from '../../../src/output/output-error';
import { folderWith } from '../../support/files';

const s3 = (bucket: string): LockedCluster => ({ storage: { backend: 's3', bucket }, fixed: {}, states: [] });
const LOCK: Lock = { clusters: { a: s3('a'), b: s3('b') }, acknowledged: [] };

test.each([
  ['fleet.yaml', 'fleet.lock.yaml'],
  ['x/prod.yml', 'x/prod.lock.yaml'],
  ['/abs/fleet', '/abs/fleet.lock.yaml'],
  ['a.yaml.yaml', 'a.yaml.lock.yaml'],
])('%s has %s', (fleet, lock) => expect(lockFileOf(fleet)).toBe(lock));

test('is read as it was written, and left alone where nothing changed', () => {
  const file = join(folderWith(), 'fleet.lock.yaml');
  expect(readLock(file)).toEqual(EMPTY_LOCK);
  expect(isCurrent(file, LOCK)).toBe(false);
  writeLock(file, LOCK);
  expect([readLock(file), isCurrent(file, LOCK)]).toEqual([LOCK, true]);
  utimesSync(file, 1, 1);
  writeLock(file, LOCK);
  expect(statSync(file).mtimeMs).toBe(1000);
});

test('of some clusters alone, the others stay, and so do changes of theirs that have not happened', () => {
  const file = join(folderWith(), 'fleet.lock.yaml');
  writeLock(file, { ...LOCK, acknowledged: ['x leaves the fleet'] });
  const acknowledged = ['a moves from p to new', 'c moves from q to other', 'x leaves the fleet'];
  writeLock(file, { clusters: { a: s3('new'), c: s3('other') }, acknowledged }, ['a']);
  expect(readLock(file)).toEqual({
    clusters: { ...LOCK.clusters, a: s3('new') },
    acknowledged: ['a moves from p to new', 'x leaves the fleet'],
  });
});

test('cannot be read: a folder', () => {
  const file = join(folderWith({ 'fleet.lock.yaml/x': '' }), 'fleet.lock.yaml');
  expect(readLock(file)).toEqual({ trouble: 'cannot be read (EISDIR)' });
  expect(() => writeLock(file, LOCK)).toThrow(OutputError);
  expect(readdirSync(join(file, '..'))).toEqual(['fleet.lock.yaml']);
});

test('cannot be read: a link that leads nowhere', () => {
  const file = join(folderWith(), 'fleet.lock.yaml');
  symlinkSync('nowhere.yaml', file);
  expect(readLock(file)).toEqual({ trouble: 'cannot be read (ENOENT)' });
});

test('where it cannot be written, that is said in one line and the old one stays', () => {
  const file = join(folderWith(), 'fleet.lock.yaml');
  writeLock(file, EMPTY_LOCK);
  expect(() => writeLock(file, LOCK, [], 'x'.repeat(300))).toThrow(/fleet\.lock\.yaml cannot be written: /);
  expect(readFileSync(file, 'utf8')).toBe(lockText(EMPTY_LOCK));
});

test('a folder of a similar name is nobody’s but its owner’s', () => {
  const folder = folderWith({ 'fleet.lock.yaml.next/mine': 'x' });
  writeLock(join(folder, 'fleet.lock.yaml'), LOCK);
  expect(readFileSync(join(folder, 'fleet.lock.yaml.next/mine'), 'utf8')).toBe('x');
});

test('nothing is left beside it', () => {
  const folder = folderWith();
  writeLock(join(folder, 'fleet.lock.yaml'), LOCK);
  expect(readdirSync(folder)).toEqual(['fleet.lock.yaml']);
});
