/** Reads and checks fleets in a process of their own, and measures what it takes: steps, processor time and memory. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BUILT } from './build';
import { folderWith } from './files';
import { HANGS_MS } from './hangs';

/** What the check of one fleet found and took. */
export interface Measured {
  /** Codes of its findings, each once. */
  readonly codes: readonly string[];
  /** Calls of functions and turns of loops: the same on every machine. */
  readonly steps: number;
  /** Processor time, in seconds: some machines need many times as long as others, so a bound for it is a generous one. */
  readonly cpu: number;
  /** The most memory the process had until then, in MiB. */
  readonly memory: number;
}

const SCRIPT = `
  const { countSteps, stepsSoFar } = require(${JSON.stringify(join(__dirname, 'steps.cjs'))});
  countSteps();
  const { prepare } = require(${JSON.stringify(join(BUILT, 'src', 'main.js'))});
  const measured = process.argv.slice(1).map(file => {
    stepsSoFar();
    const before = process.cpuUsage();
    const { findings } = prepare(file);
    const { user, system } = process.cpuUsage(before);
    const codes = [...new Set(findings.map(({ code }) => code))];
    const memory = process.resourceUsage().maxRSS / 1024;
    return { codes, steps: stepsSoFar(), cpu: (user + system) / 1e6, memory };
  });
  process.stdout.write(JSON.stringify(measured));
`;

/** Checks the fleets one after the other in one process. */
export function measureChecks(fleets: readonly string[]): readonly Measured[] {
  const files = fleets.map((text, index) => [`${index}.yaml`, text] as const);
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['-e', SCRIPT, ...files.map(([name]) => name)], {
    cwd: folderWith(Object.fromEntries(files)),
    encoding: 'utf8',
    timeout: HANGS_MS,
  });
  if (stdout === '') throw new Error(`ended without a result: ${signal ?? stderr}`);
  return JSON.parse(stdout) as readonly Measured[];
}
