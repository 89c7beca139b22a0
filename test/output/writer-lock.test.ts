import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderIdentity } from '../../src/output/folder-name';
import { thisProcess } from '../../src/output/process-identity';
import { journalsBeside, takeLock, type WriterLock } from '../../src/output/writer-lock';
import { folderWith } from '../support/files';

const OWN = { fleetLock: 'fleet.lock.yaml', before: 'digest' };
const ID = '0123456789abcdef';
const DEAD = spawnSync(process.execPath, ['-e', '']).pid;
const LONG_AGO = new Date(Date.now() - 3_600_000);

/** A lock as another run left it, with what differs in it. */
const held = (change: object = {}): string =>
  JSON.stringify({ ...thisProcess(), id: ID, ...OWN, folder: 'HERE', dead: [], ...change });

/** A folder with this lock in it, written there. */
function setUp(text?: string): string {
  const root = folderWith();
  const file = join(root, '.dist-lock');
  if (text !== undefined) writeFileSync(file, text.replace('HERE', folderIdentity(root)));
  return file;
}
const take = (file: string, told: string[] = [], patience = 0): WriterLock =>
  takeLock(file, OWN, { target: 'dist', tell: line => told.push(line), patience });

test('is held until it is released, and leaves nothing', () => {
  const file = setUp();
  const lock = take(file);
  expect([existsSync(file), lock.isHeld(), lock.dead]).toEqual([true, true, []]);
  expect(() => take(file)).toThrow(`dist is being written by process ${process.pid} on `);
  lock.release();
  expect([lock.isHeld(), readdirSync(join(file, '..'))]).toEqual([false, []]);
});

test('who waits is told why', () => {
  const told: string[] = [];
  const file = setUp(held());
  expect(() => take(file, told, 1_100)).toThrow(`delete ${file} if it no longer runs`);
  expect(told).toEqual([`waiting for process ${process.pid} on ${thisProcess().host}, which writes dist`]);
});

describe('the lock of a run that was killed goes to the next one, with what is to be done', () => {
  const EARLIER = { id: 'f'.repeat(16), ...OWN };
  test.each<readonly [string, object]>([
    ['the process is gone', { pid: DEAD }],
    ['its number is used by another process', { started: '1' }],
    ['and it took over from another one', { pid: DEAD, dead: [EARLIER] }],
  ])('%s', (_, change) => {
    // Only Linux tells when a process began.
    if ('started' in change && thisProcess().started === undefined) return;
    const file = setUp(held(change));
    const lock = take(file);
    const dead = 'dead' in change ? [EARLIER] : [];
    expect([...lock.dead]).toEqual([...dead, { id: ID, ...OWN }]);
    lock.release();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  test('one was killed while it took over', () => {
    const file = setUp(held({ pid: DEAD }));
    const right = held({ pid: DEAD, id: 'e'.repeat(16) });
    writeFileSync(`${file}-${ID}`, right.replace('HERE', folderIdentity(join(file, '..'))));
    const lock = take(file);
    expect(lock.dead.map(({ id }) => id)).toEqual([ID, 'e'.repeat(16)]);
    lock.release();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  test('one that takes over at the same time comes first', () => {
    const file = setUp(held({ pid: DEAD }));
    writeFileSync(`${file}-${ID}`, held({ id: 'e'.repeat(16) }));
    expect(() => take(file)).toThrow('dist is being written by');
    expect(readdirSync(join(file, '..'))).toHaveLength(2);
  });
});

describe('a lock that was written in another folder, as one out of a repository, gives way, and nothing of it is done', () => {
  test.each([
    ['another folder', { folder: '0'.repeat(16) }],
    ['no folder', { folder: undefined }],
  ])('%s', (_, change) => {
    const file = setUp(held({ pid: DEAD, dead: [{ id: 'f'.repeat(16), ...OWN }], ...change }));
    const lock = take(file);
    expect([lock.dead, journalsBeside(join(file, '..', 'dist')).map(({ id }) => id)]).toEqual([[], [lock.journal.id]]);
    lock.release();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });
});

describe('a lock of another machine', () => {
  test('is respected', () => {
    expect(() => take(setUp(held({ where: 'elsewhere', host: 'build-7' })))).toThrow('on build-7; try again');
  });
  test('and is no obstacle for ever', () => {
    const file = setUp(held({ where: 'elsewhere' }));
    utimesSync(file, LONG_AGO, LONG_AGO);
    expect(take(file).dead).toHaveLength(1);
  });
});

describe('an empty lock', () => {
  test('is being written', () => expect(() => take(setUp(''))).toThrow('is being written by another run'));
  test('or was, by a run that was killed', () => {
    const file = setUp('');
    utimesSync(file, LONG_AGO, LONG_AGO);
    expect(take(file).dead).toEqual([]);
  });
});

describe("a user's own file of the name keeps its place", () => {
  test.each([
    'my own notes',
    '{}',
    'null',
    '[]',
    held({ id: '../../home' }),
    held({ pid: 0 }),
    held({ host: 'a\u001b[2J' }),
    held({ dead: [{ id: '../x', ...OWN }] }),
    held({ dead: [null] }),
    held({ fleetLock: '/etc/passwd' }),
    ' '.repeat(100_000),
  ])('%.40s', text => {
    const file = setUp(text);
    const before = readFileSync(file, 'utf8');
    expect(() => take(file)).toThrow(`${file} is not a lock of ours`);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('a folder, and a link', () => {
    const folder = folderWith();
    mkdirSync(join(folder, '.a-lock'));
    symlinkSync('nowhere', join(folder, '.b-lock'));
    for (const name of ['.a-lock', '.b-lock']) expect(() => take(join(folder, name))).toThrow('is not a lock of ours');
    expect(readdirSync(folder)).toEqual(['.a-lock', '.b-lock']);
  });
});
