/** Two runs at once, in one folder: one comes after the other, or is refused, and the output is that of one of them. */

import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderIdentity } from '../../src/output/folder-name';
import { thisProcess } from '../../src/output/process-identity';
import { folderWith } from '../support/files';
import { edit, fleetOf, lockState, outputState, rounds, start, undisturbed } from './rounds';

const ONE = fleetOf('one', 'two');
const TWO = fleetOf('two', 'one');
const STATES = { one: undisturbed(ONE), two: undisturbed(TWO) };
/** Three kinds of pairs. */
const EACH = rounds(3, 10);

/** What a killed run on this machine leaves. */
const deadLock = (folder: string): string =>
  JSON.stringify({
    ...thisProcess(),
    folder: folderIdentity(folder),
    pid: spawnSync(process.execPath, ['-e', '']).pid,
    ...{ id: '0123456789abcdef', fleetLock: 'fleet.lock.yaml', before: '', dead: [] },
  });

const turns = (many: number): readonly number[] => Array.from({ length: many }, (_, index) => index);

test.each(turns(EACH))('the same fleet twice: %i', async () => {
  const folder = folderWith({ 'fleet.yaml': ONE });
  const ended = await Promise.all([start(folder), start(folder)].map(({ gone }) => gone));
  expect(ended.map(({ status, stderr }) => [status, stderr])).toEqual([
    [0, expect.any(String)],
    [0, expect.any(String)],
  ]);
  expect(outputState(folder, STATES)).toBe('one');
  expect(readdirSync(folder).sort()).toEqual(['dist', 'fleet.lock.yaml', 'fleet.yaml']);
});

test.each(turns(EACH))('one fleet that is edited in between: %i', async turn => {
  const folder = folderWith({ 'fleet.yaml': ONE });
  await start(folder).gone;
  edit(folder, TWO);
  const first = start(folder);
  await new Promise(resolve => setTimeout(resolve, turn * 100));
  edit(folder, ONE);
  const ended = await Promise.all([first.gone, start(folder).gone]);
  expect(ended.map(({ status }) => status)).toEqual([0, 0]);
  const state = outputState(folder, STATES);
  expect(['one', 'two']).toContain(state);
  expect(lockState(folder, ['one', 'two'])).toBe(state);
  expect(readdirSync(folder).sort()).toEqual(['dist', 'fleet.lock.yaml', 'fleet.yaml']);
});

test.each(turns(EACH))('two fleets, one of which is refused: %i', async turn => {
  const folder = folderWith({ 'one.yaml': ONE, 'two.yaml': TWO });
  // Half of them find the lock of a run that was killed, and want it both.
  if (turn % 2 === 1) writeFileSync(join(folder, '.dist-lock'), deadLock(folder));
  const ended = await Promise.all(['one', 'two'].map(name => start(folder, ['-f', `${name}.yaml`]).gone));
  expect(ended.map(({ status }) => status).sort()).toEqual([0, 2]);
  expect(ended.find(({ status }) => status === 2)?.stderr).toMatch(
    /^error: dist is the output of "(one|two)\.yaml", not of/m,
  );
  const winner = ended[0]?.status === 0 ? 'one' : 'two';
  expect(outputState(folder, STATES)).toBe(winner);
  expect(readdirSync(folder).sort()).toEqual(['dist', `${winner}.lock.yaml`, 'one.yaml', 'two.yaml'].sort());
});
