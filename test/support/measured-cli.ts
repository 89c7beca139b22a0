/** Runs `registry-gitops` as a program, and measures what it takes: steps, processor time and memory. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from './files';
import { HANGS_MS } from './hangs';
import { BIN } from './program';

/** How a run ended. */
interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run took. */
export interface MeasuredRun extends Ended {
  /** Processor time, in seconds. */
  readonly cpu: number;
  /** The most memory it had, in MiB. */
  readonly memory: number;
}

/** What a run took, in figures that are the same on every machine. */
export interface CountedRun extends Ended {
  /** Calls of functions and turns of loops. */
  readonly steps: number;
}

/** Written by the process itself at its end, on a pipe of its own. */
const HOOKS = folderWith({
  'measure.cjs': `
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
});
`,
  'count.cjs': `
const { countSteps, stepsSoFar } = require(${JSON.stringify(join(__dirname, 'steps.cjs'))});
countSteps();
process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify({ steps: stepsSoFar() })));
`,
});

/** Runs a command line in a folder; figures of a run that does not come to its end are endless. */
export function measuredCli(cwd: string, args: readonly string[]): MeasuredRun {
  return { cpu: Infinity, memory: Infinity, ...run('measure.cjs', cwd, args) };
}

/** Runs a command line in a folder, slower, and counts its steps. */
export function countedCli(cwd: string, args: readonly string[]): CountedRun {
  return { steps: Infinity, ...run('count.cjs', cwd, args) };
}

function run(hook: string, cwd: string, args: readonly string[]): Ended {
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const { status, output } = spawnSync(process.execPath, ['--require', join(HOOKS, hook), BIN, ...args], {
    cwd,
    env: { PATH, HOME, XDG_CACHE_HOME },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: HANGS_MS,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, taken] = output;
  return { status, stdout: stdout ?? '', stderr: stderr ?? '', ...(JSON.parse(taken || '{}') as object) };
}
