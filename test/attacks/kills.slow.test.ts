/**
 * Runs that are killed while they replace the output of forty clusters, and the runs that follow. Half of the kills come at
 * any moment, as the clock has it; half come right before each of the renames that make the swap, whatever the clock says.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { edit, fleetOf, type Gone, lockState, outputState, rounds, start, undisturbed } from './rounds';

const KILLS = rounds(24, 200);
const WORDS = ['one', 'two'] as const;
const FLEETS = { one: fleetOf('one', 'two'), two: fleetOf('two', 'one') };
const STATES = { one: undisturbed(FLEETS.one), two: undisturbed(FLEETS.two) };

let folder: string;
let state: (typeof WORDS)[number] = 'one';
let duration: number;
beforeAll(async () => {
  folder = folderWith({ 'fleet.yaml': FLEETS.one });
  const begin = Date.now();
  await start(folder).gone;
  duration = Date.now() - begin;
});

/** A program with this in it kills itself before a rename in its folder. */
const KILLER = folderWith(
  Object.fromEntries(
    [1, 2, 3, 4].map(which => [
      `${which}.cjs`,
      `const fs = require('node:fs');
const { dirname, resolve } = require('node:path');
const rename = fs.renameSync;
let left = ${which};
fs.renameSync = (from, to) => {
  if (fs.realpathSync(dirname(resolve(to))) === fs.realpathSync('.')) left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  rename(from, to);
};
`,
    ]),
  ),
);

/** Starts a run that is killed: even rounds anywhere, spread over all of it, odd ones in the swap. */
async function killed(round: number): Promise<Gone> {
  if (round % 2 === 1) return start(folder, [], ['--require', join(KILLER, `${((round >> 1) % 4) + 1}.cjs`)]).gone;
  const { child, gone } = start(folder);
  const share = ((round * 0.618_034) % 1) + 0.01;
  const timer = setTimeout(() => child.kill('SIGKILL'), 1.3 * share * duration);
  const ended = await gone;
  clearTimeout(timer);
  return ended;
}

/** What was there after the kills, and how often. */
const seen = new Map<string, number>();

test(`${KILLS} kills: no mixture, no lock ahead of its output, and nothing left after the next run`, async () => {
  let kills = 0;
  for (let round = 0; kills < KILLS && round < 5 * KILLS; round += 1) {
    const next = state === 'one' ? 'two' : 'one';
    edit(folder, FLEETS[next]);
    const { signal } = await killed(round);
    if (signal === 'SIGKILL') kills += 1;
    const [tree, lock] = [outputState(folder, STATES), lockState(folder, WORDS)];
    const age = (of: string): string => (of === state ? 'old' : of === next ? 'new' : of);
    const after = `${age(tree)} output, ${age(lock)} lock`;
    seen.set(after, (seen.get(after) ?? 0) + 1);
    expect([
      round,
      ['old output, old lock', 'nothing output, old lock', 'new output, old lock', 'new output, new lock'],
    ]).toEqual([round, expect.arrayContaining([after])]);
    // Every third time the next run is not killed; the others are killed on top of a kill.
    if (round % 3 !== 2) continue;
    const { status, stderr } = await start(folder).gone;
    expect([round, status, status === 0 ? '' : stderr]).toEqual([round, 0, '']);
    expect([round, outputState(folder, STATES), lockState(folder, WORDS)]).toEqual([round, next, next]);
    expect(readdirSync(folder).sort()).toEqual(['dist', 'fleet.lock.yaml', 'fleet.yaml']);
    state = next;
  }
  expect(kills).toBe(KILLS);
  // Kills came before, within and after the swap.
  expect(seen.size).toBeGreaterThan(2);
  if (rounds(0, 1) === 1) process.stdout.write(`${JSON.stringify(Object.fromEntries(seen))}\n`);
}, 3_600_000);
