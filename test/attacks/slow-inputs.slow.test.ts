/**
 * No file takes more than 512 MiB, or more than 10 seconds of the processor. These files once took minutes. What tells on every
 * machine is how their steps grow; the bounds of the largest are wide, for a processor that is slow or busy with other things.
 * With `REGISTRY_ATTACKS=full` all of them are measured at their size, against half the bounds.
 */

import { folderWith } from '../support/files';
import { type Measured, measureChecks } from '../support/measured';
import { measuredCli } from '../support/measured-cli';
import { rounds } from './rounds';
import { HEAVIEST, RELATIVES, SEARCHED, SLOW_INPUTS } from './slow-inputs';

describe('four times the size takes about four times the steps, not sixteen', () => {
  const [SMALL, LARGE] = [40, 10];
  const TOO_MUCH = 12;
  const each: readonly string[] = SLOW_INPUTS.map(([name]) => name);

  let measured: readonly Measured[];
  beforeAll(() => {
    // The first file is checked once more before the others: it loads what they all need.
    const texts = SLOW_INPUTS.flatMap(([, size, text]) => [SMALL, LARGE].map(share => text(Math.ceil(size / share))));
    measured = measureChecks([texts[0] ?? '', ...texts]).slice(1);
  });

  test.each(each.map((name, index) => [name, index] as const))('%s', (_, index) => {
    const [small, large] = measured.slice(2 * index) as [Measured, Measured];
    expect(small.steps).toBeGreaterThan(500);
    expect(large.steps / small.steps).toBeLessThan(TOO_MUCH);
  });
});

describe('at its size', () => {
  const CPU = rounds(60, 30);
  const MEMORY = rounds(768, 512);

  test.each(rounds(0, 1) === 1 ? [...HEAVIEST, ...RELATIVES] : HEAVIEST)('%s: %i', (_, size, text) => {
    const { status, stderr, cpu, memory } = measuredCli(folderWith({ 'fleet.yaml': text(size) }), ['check']);
    expect([0, 1, 2]).toContain(status);
    expect(stderr).not.toMatch(/mistake of registry-gitops|call stack|at .*\.js:\d+/);
    expect([cpu < CPU, memory < MEMORY, cpu, memory]).toEqual([true, true, cpu, memory]);
  });

  test('texts that are searched for credentials', () => {
    // A search is one step, however long it takes: these are measured by time alone.
    const measured = measureChecks(SEARCHED.map(([, size, text]) => text(size)));
    for (const [index, { cpu }] of measured.entries())
      expect([SEARCHED[index]?.[0], cpu < CPU]).toEqual([SEARCHED[index]?.[0], true]);
  });
});
