// Whole processes, and what they cost: processor seconds, seconds on the wall, peak memory. Processor seconds say most: other
// work on the machine hardly changes them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A file system in memory, where there is one: what a disk costs is the same for all, and hides the rest. */
export const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const bench = name => join(here, name);
const report = join(scratch, 'report.json');
const environment = { ...process.env, BENCH_REPORT: report, XDG_CACHE_HOME: join(scratch, 'cache') };

/** A program for Node: a file of this folder or an absolute path. */
export const node = (program, args = [], env = {}) => ({
  command: process.execPath,
  args: ['--require', bench('report.cjs'), join(here, program), ...args],
  env,
});

/** Our command, as it is installed. */
export const ours = (...args) => node('../lib/bundle/bin.js', args);

/** Any other program; its memory is not known. */
export const other = (command, ...args) => ({
  command: 'bash',
  args: ['-c', `TIMEFORMAT='%U %S'; time "$@" > /dev/null 2> "${scratch}/stderr"`, 'bash', command, ...args],
  isOther: true,
});

/** The same program, which is stopped when it has taken this many seconds of CPU. */
export const stoppedAfter = (seconds, { command, args, env }) => ({
  command: 'bash',
  args: ['-c', `ulimit -t ${Math.ceil(seconds)}; exec "$@"`, 'bash', command, ...args],
  env,
  most: Math.ceil(seconds),
});

/** Runs a program once. One that was stopped took more than the cost says. */
export function run({ command, args, env, isOther, most }) {
  rmSync(report, { force: true });
  const started = performance.now();
  const { status, signal, stderr } = spawnSync(command, args, {
    cwd: scratch,
    env: { ...environment, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1024 * 1024 * 1024,
  });
  const wall = (performance.now() - started) / 1000;
  if (most !== undefined && STOPPED.includes(signal)) return { cpu: most, wall, isMore: true };
  if (status !== 0) throw new Error(`${args.join(' ')} ends with status ${status}:\n${stderr.slice(-2000)}`);
  if (isOther)
    return {
      cpu: stderr
        .trim()
        .split(' ')
        .reduce((sum, text) => sum + Number(text), 0),
      wall,
    };
  return { ...JSON.parse(readFileSync(report, 'utf8')), wall };
}

/** By these a process ends that took as much as it may; the second where it does not heed the first. */
const STOPPED = ['SIGXCPU', 'SIGKILL'];

/** Runs each of some works in turn, several times, and gives the median of each: load on the machine reaches all alike. */
export function inTurn(works, rounds) {
  const costs = works.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) costs[index].push(work());
  }
  return costs.map(all => ({ cpu: median(all, 'cpu'), wall: median(all, 'wall'), mib: median(all, 'mib') }));
}

function median(all, key) {
  const sorted = all.map(cost => cost[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
