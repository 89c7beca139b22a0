import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_LOCK, isCurrent, lockFileOf, lockText, readLock, writeLock } from '../../../src/fleet/lock/lock-file';
import { OutputError } from '../../../src/output/output-error';
import { folderWith } from '../../support/files';

const LOCK = { clusters: { b: { backend: 's3', bucket: 'y' }, a: { backend: 'pvc', claim: 'no' } }, acknowledged: [] };

test.each([
  ['fleet.yaml', 'fleet.lock.yaml'],
  ['x/prod.yml', 'x/prod.lock.yaml'],
  ['/abs/fleet', '/abs/fleet.lock.yaml'],
  ['a.yaml.yaml', 'a.yaml.lock.yaml'],
])('%s has %s', (fleet, lock) => expect(lockFileOf(fleet)).toBe(lock));

test('is small, sorted and readable', () => {
  expect(lockText(LOCK)).toBe(`# Where the images of each cluster live. Kept by synth; commit it, and do not edit it.
# A change here means that images stay behind: synth refuses it until fleet.yaml acknowledges it.
clusters:
  a:
    backend: pvc
    claim: "no"
  b:
    backend: s3
    bucket: "y"
`);
});

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

test('lists the acknowledged changes that have happened', () => {
  const acknowledged = ['a moves from s3 bucket=x to pvc claim=no'];
  const file = join(folderWith(), 'fleet.lock.yaml');
  writeLock(file, { ...LOCK, acknowledged });
  expect(readFileSync(file, 'utf8')).toContain(
    'acknowledged:\n  - a moves from s3 bucket=x to pvc claim=no\nclusters:\n',
  );
  expect(readLock(file)).toEqual({ ...LOCK, acknowledged });
});

test('of some clusters alone, the others stay, and so do changes of theirs that have not happened', () => {
  const file = join(folderWith(), 'fleet.lock.yaml');
  writeLock(file, { ...LOCK, acknowledged: ['x leaves the fleet'] });
  const acknowledged = ['a moves from p to new', 'c moves from q to other', 'x leaves the fleet'];
  writeLock(file, { clusters: { a: { backend: 'new' }, c: { backend: 'other' } }, acknowledged }, ['a']);
  expect(readLock(file)).toEqual({
    clusters: { ...LOCK.clusters, a: { backend: 'new' } },
    acknowledged: ['a moves from p to new', 'x leaves the fleet'],
  });
});

test.each([
  ['broken YAML', 'clusters: [\n'],
  ['a merge conflict', '<<<<<<< HEAD\nclusters:\n  a: {backend: s3}\n=======\n>>>>>>> x\n'],
  ['no map', '- a\n'],
  ['empty', ''],
  ['clusters that are no map', 'clusters: 5\n'],
  ['an identity that is no map', 'clusters: {a: s3}\n'],
  ['an identity with a number', 'clusters: {a: {backend: 3}}\n'],
  ['changes that are no list', 'acknowledged: yes\nclusters: {}\n'],
  ['a change that is no text', 'acknowledged: [{a: 1}]\nclusters: {}\n'],
  ['two documents', 'clusters: {}\n---\nclusters: {}\n'],
])('cannot be understood: %s', (_, text) => {
  const file = join(folderWith({ 'fleet.lock.yaml': text }), 'fleet.lock.yaml');
  expect(readLock(file)).toBeUndefined();
});

test('cannot be understood: a folder', () => {
  const file = join(folderWith({ 'fleet.lock.yaml/x': '' }), 'fleet.lock.yaml');
  expect(readLock(file)).toBeUndefined();
  expect(() => writeLock(file, LOCK)).toThrow(OutputError);
  expect(readdirSync(join(file, '..'))).toEqual(['fleet.lock.yaml']);
});

test('where it cannot be written, that is said in one line and the old one stays', () => {
  const folder = folderWith({ 'x/fleet.lock.yaml': 'clusters: {}\n' });
  const file = join(folder, 'x', 'fleet.lock.yaml');
  // The name of what is made beside it is too long then.
  expect(() => writeLock(file, LOCK, [], 'x'.repeat(300))).toThrow(/fleet\.lock\.yaml cannot be written: /);
  expect(readFileSync(file, 'utf8')).toBe('clusters: {}\n');
});

test('nothing is left beside it', () => {
  const folder = folderWith();
  writeLock(join(folder, 'fleet.lock.yaml'), LOCK);
  expect(readdirSync(folder)).toEqual(['fleet.lock.yaml']);
});
