// Whole processes, and what they cost: processor seconds, seconds on the wall, peak memory. Processor seconds say most: other
// work on the machine hardly changes them. Those of programs that a process starts are in them.
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
const said = join(scratch, 'stderr');
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
export const other = (command, ...args) => ({ command, args });

/** The same program, which is stopped when it has taken this many seconds of CPU. */
export const stoppedAfter = (seconds, program) => ({ ...program, most: Math.ceil(seconds) });

/** What the shell tells: the CPU of a program and of those that it started, until all of them have ended. */
const TIMED = `TIMEFORMAT='%U %S'; time "$@" > /dev/null 2> "$BENCH_STDERR"`;

/** Runs a program once. One that was stopped took more than the cost says. */
export function run({ command, args, env, most }) {
  rmSync(report, { force: true });
  const limit = most === undefined ? '' : `ulimit -t ${most}; `;
  const started = performance.now();
  const { status, stderr } = spawnSync('bash', ['-c', `${limit}${TIMED}`, 'bash', command, ...args], {
    cwd: scratch,
    env: { ...environment, ...env, BENCH_STDERR: said },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wall = (performance.now() - started) / 1000;
  if (most !== undefined && STOPPED.includes(status)) return { cpu: most, wall, isMore: true };
  if (status !== 0) {
    throw new Error(`${args.join(' ')} ends with status ${status}:\n${readFileSync(said, 'utf8').slice(-2000)}`);
  }
  const [user, system] = stderr.trim().split(' ').map(Number);
  const { mib } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  return { cpu: user + system, wall, mib };
}

/** How the shell says that a program ended by SIGXCPU, which takes too much CPU, or by SIGKILL, where it does not heed that. */
const STOPPED = [152, 137];

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
