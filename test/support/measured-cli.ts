/** Runs `registry-gitops` as a program, and measures what it takes: processor time and memory. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from './files';
import { BIN } from './program';

/** How a run ended, and what it took. */
export interface MeasuredRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Processor time, in seconds. */
  readonly cpu: number;
  /** The most memory it had, in MiB. */
  readonly memory: number;
}

/** Written by the process itself at its end, on a pipe of its own. */
const HOOK = `
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
});
`;
const HOOK_FOLDER = folderWith({ 'hook.cjs': HOOK });

/** Runs a command line in a folder; what takes longer than anything may is ended. */
export function measuredCli(cwd: string, args: readonly string[]): MeasuredRun {
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const { status, output } = spawnSync(process.execPath, ['--require', join(HOOK_FOLDER, 'hook.cjs'), BIN, ...args], {
    cwd,
    env: { PATH, HOME, XDG_CACHE_HOME },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 110_000,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, taken] = output;
  const { cpu, memory } = JSON.parse(taken || '{"cpu": null, "memory": null}') as {
    cpu: number | null;
    memory: number | null;
  };
  return { status, stdout: stdout ?? '', stderr: stderr ?? '', cpu: cpu ?? Infinity, memory: memory ?? Infinity };
}
