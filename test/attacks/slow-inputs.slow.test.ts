/**
 * No file takes more than 512 MiB, or more than some seconds of the processor. These files once took minutes. A processor
 * that does something else as well takes up to twice as long for the same: 10 seconds are promised, 20 are tested.
 */

import { folderWith } from '../support/files';
import { measuredCli } from '../support/measured-cli';
import { SLOW_INPUTS } from './slow-inputs';

const CPU = 20;
const MEMORY = 512;

test.each(SLOW_INPUTS)('%s: %i', (_, size, text) => {
  const { status, stderr, cpu, memory } = measuredCli(folderWith({ 'fleet.yaml': text(size) }), ['check']);
  expect([0, 1, 2]).toContain(status);
  expect(stderr).not.toMatch(/mistake of registry-gitops|call stack|at .*\.js:\d+/);
  expect([cpu < CPU, memory < MEMORY, cpu, memory]).toEqual([true, true, cpu, memory]);
});
