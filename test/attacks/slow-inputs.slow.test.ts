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

  /** The steps of each file at both sizes. */
  function stepsOf(inputs: typeof SLOW_INPUTS): readonly (readonly [small: number, large: number])[] {
    // The first file is checked once more before the others: it loads what they all need.
    const texts = inputs.flatMap(([, size, text]) => [SMALL, LARGE].map(share => text(Math.ceil(size / share))));
    const measured = measureChecks([texts[0] ?? '', ...texts]).slice(1);
    return inputs.map((_, index) => {
      const [small, large] = measured.slice(2 * index) as [Measured, Measured];
      return [small.steps, large.steps];
    });
  }
  const growth = ([small, large]: readonly [number, number]): number => large / small;

  let steps: readonly (readonly [number, number])[];
  beforeAll(() => {
    const first = stepsOf(SLOW_INPUTS);
    // Of every few clusters one is watched for what its rules read, which takes more steps: those are checked among others again.
    const again = SLOW_INPUTS.filter((_, index) => growth(first[index] as [number, number]) >= TOO_MUCH);
    const second = new Map(again.length === 0 ? [] : stepsOf(again).map((both, index) => [again[index]?.[0], both]));
    steps = first.map((both, index) => second.get(each[index]) ?? both);
  });

  test.each(each.map((name, index) => [name, index] as const))('%s', (_, index) => {
    const both = steps[index] as readonly [number, number];
    expect(both[0]).toBeGreaterThan(500);
    expect(growth(both)).toBeLessThan(TOO_MUCH);
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
