/**
 * A run that is killed, at every one of its steps: the output is the old one or the new one, the lock is never ahead of it,
 * and the next run puts right what is left. The kill is an error of the file system that never ends: whatever a run tries to
 * do about it fails too. `test/attacks` does the same with real processes.
 */

import { spawnSync } from 'node:child_process';
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../src/output/replace-file';
import { content, ours, outputFile, setUp, write } from '../support/output';

/** Everything by which a run changes a disk. */
const STEPS = [
  'writeFileSync',
  'writeSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'copyFileSync',
  'rmSync',
  'rmdirSync',
] as const;

class Killed extends Error {}

/** Runs until so many steps were made; says whether the run wanted to make more. */
function killedAfter(steps: number, run: () => void): boolean {
  let made = 0;
  const spies = STEPS.map(name => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    return jest.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      made += 1;
      if (made > steps) throw new Killed();
      return real(...args);
    }) as never);
  });
  try {
    run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return made > steps;
}

/** A process that has ended, and whose number nobody has yet. */
const DEAD = spawnSync(process.execPath, ['-e', '']).pid;

/** What a kill leaves is the lock of a process that is gone. */
function bury(root: string): void {
  const lock = join(root, '.dist-lock');
  if (!existsSync(lock)) return;
  const text = readFileSync(lock, 'utf8');
  if (text !== '') writeFileSync(lock, JSON.stringify({ ...JSON.parse(text), pid: DEAD }));
}

/** How many files stay as they are: where it is most, the others are exchanged. */
const SAME = { swap: 1, exchange: 50 };
type Way = keyof typeof SAME;

const filesFor = (way: Way, word: string): ReturnType<typeof outputFile>[] => [
  ...Array.from({ length: SAME[way] }, (_, index) => outputFile(`clusters/a/same-${index}.yaml`, 'same')),
  outputFile('clusters/a/x.yaml', word),
  outputFile(`clusters/${word}/y.yaml`, word),
];

/** A run that gives this output, with the lock that belongs to it. */
const runFor = (root: string, way: Way, word: string) => (): void => {
  const commit = (id: string): void => replaceFile(join(root, 'fleet.lock.yaml'), word, id);
  write(join(root, 'dist'), filesFor(way, word), { commit, fleet: join(root, 'fleet.yaml') });
};

/** Which output there is; undefined for none, and an error for a mixture. */
function stateOf(root: string, way: Way): string | undefined {
  if (!existsSync(join(root, 'dist'))) return undefined;
  const found = content(join(root, 'dist'));
  const word = ['old', 'new', 'newer'].find(each => found['clusters/a/x.yaml'] === ours(each)) ?? 'nothing';
  expect(found).toEqual(Object.fromEntries(filesFor(way, word).map(({ path, text }) => [path, text])));
  return word;
}

const lockOf = (root: string): string => readFileSync(join(root, 'fleet.lock.yaml'), 'utf8');

describe.each(['swap', 'exchange'] as const)('%s', way => {
  test.each(['newer', 'broken'] as const)('at every step, then a run that is %s', next => {
    const states = new Set<string>();
    for (let steps = 0, more = true; more; steps += 1) {
      const { root } = setUp({ 'fleet.yaml': '' });
      runFor(root, way, 'old')();
      more = killedAfter(steps, runFor(root, way, 'new'));
      bury(root);
      const killed = [stateOf(root, way), lockOf(root)] as const;
      states.add(killed.join());
      expect([steps, killed[1] === 'new' && killed[0] !== 'new']).toEqual([steps, false]);
      if (next === 'newer') runFor(root, way, 'newer')();
      else {
        const broken: Iterable<never> = {
          [Symbol.iterator]: () => {
            throw new Killed();
          },
        };
        expect(() => write(join(root, 'dist'), broken, { fleet: join(root, 'fleet.yaml') })).toThrow(Killed);
      }
      expect([steps, stateOf(root, way)]).toEqual([steps, next === 'newer' ? 'newer' : lockOf(root)]);
      expect([steps, lockOf(root)]).toEqual([steps, stateOf(root, way)]);
      expect([steps, readdirSync(root).sort()]).toEqual([steps, ['dist', 'fleet.lock.yaml', 'fleet.yaml']]);
    }
    // All that can be seen between the steps was seen.
    expect([...states].sort()).toEqual([',old', 'new,new', 'new,old', 'old,old']);
  });

  test('at every step, of an output that is a link', () => {
    for (let steps = 0, more = true; more; steps += 1) {
      const { root } = setUp({ 'fleet.yaml': '', 'kept/file': '' });
      symlinkSync('kept/dist', join(root, 'dist'));
      mkdirSync(join(root, 'kept/dist'));
      runFor(root, way, 'old')();
      more = killedAfter(steps, runFor(root, way, 'new'));
      bury(join(root, 'kept'));
      runFor(root, way, 'newer')();
      expect([steps, stateOf(root, way), lockOf(root)]).toEqual([steps, 'newer', 'newer']);
      expect([steps, readdirSync(root).sort()]).toEqual([steps, ['dist', 'fleet.lock.yaml', 'fleet.yaml', 'kept']]);
      expect([steps, readdirSync(join(root, 'kept')).sort()]).toEqual([steps, ['dist', 'file']]);
    }
  });

  test('the first run of all', () => {
    for (let steps = 0, more = true; more; steps += 1) {
      const { root } = setUp({ 'fleet.yaml': '' });
      more = killedAfter(steps, runFor(root, way, 'new'));
      bury(root);
      expect(stateOf(root, way)).toBe(existsSync(join(root, 'dist')) ? 'new' : undefined);
      runFor(root, way, 'newer')();
      expect([stateOf(root, way), lockOf(root)]).toEqual(['newer', 'newer']);
    }
  });
});
