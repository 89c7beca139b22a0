/** Two states of one fleet, real processes that write them, and what their output may be. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER_FILE } from '../../src/output/owner-file';
import { folderWith } from '../support/files';
import { BIN, cli, contentOf } from '../support/program';

/** How often an attack is made: some times, or with `REGISTRY_ATTACKS=full` as often as docs/security.md says. */
export const rounds = (some: number, full: number): number => (process.env.REGISTRY_ATTACKS === 'full' ? full : some);

const CLUSTERS = 40;

/** Forty clusters whose buckets have this word in their names; moving between two words is acknowledged both ways. */
export function fleetOf(word: string, other: string): string {
  const names = Array.from({ length: CLUSTERS }, (_, index) => `c${index}`);
  const bucket = (name: string, of: string): string => `${of}-${name}`;
  const clusters = names.map(
    name =>
      `  - {name: ${name}, platform: aws, openshift: "4.14", storage: {s3: {bucket: ${bucket(name, word)}, region: eu-west-1}}}\n`,
  );
  const moves = names.map(
    name =>
      `  - {change: "${name} moves from s3 bucket=${bucket(name, other)} to s3 bucket=${bucket(name, word)}", reason: copied}\n`,
  );
  return `clusters:\n${clusters.join('')}acknowledge:\n${moves.join('')}`;
}

/** Output and lock of a fleet, from a run that nothing disturbs. */
export function undisturbed(fleet: string): Readonly<Record<string, string>> {
  const folder = folderWith({ 'fleet.yaml': fleet });
  const { status, stderr } = cli(folder, ['synth']);
  if (status !== 0) throw new Error(stderr);
  return contentOf(folder);
}

/** How a process ended, and what it said. */
export interface Gone {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** Starts a synth in a folder; `node` are options for Node itself. */
export function start(
  cwd: string,
  args: readonly string[] = [],
  node: readonly string[] = [],
): { readonly child: ChildProcess; readonly gone: Promise<Gone> } {
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const child = spawn(process.execPath, [...node, BIN, 'synth', ...args], {
    cwd,
    env: { PATH, HOME, XDG_CACHE_HOME },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', chunk => {
    stderr += String(chunk);
  });
  const gone = new Promise<Gone>(resolve => {
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
  return { child, gone };
}

/** Which of the states the output of a folder is in; `nothing` where there is no output, `mixed` where it is none of them. */
export function outputState(
  folder: string,
  states: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  if (!existsSync(join(folder, 'dist'))) return 'nothing';
  const { [OWNER_FILE]: owner, ...found } = contentOf(join(folder, 'dist'));
  if (owner === undefined) return 'mixed';
  const same = (expected: Readonly<Record<string, string>>): boolean => {
    const files = Object.entries(expected).filter(([path]) => path.startsWith('dist/') && !path.endsWith(OWNER_FILE));
    return files.length === Object.keys(found).length && files.every(([path, text]) => found[path.slice(5)] === text);
  };
  return Object.keys(states).find(name => same(states[name] ?? {})) ?? 'mixed';
}

/** Which state the lock of a folder is in, whatever it says of acknowledgements. */
export function lockState(folder: string, words: readonly string[]): string {
  const text = readFileSync(join(folder, 'fleet.lock.yaml'), 'utf8');
  const clusters = text.slice(text.indexOf('clusters:'));
  return words.find(word => clusters.includes(`bucket: ${word}-c0`)) ?? 'broken';
}

/** Writes the fleet file as editors do, as a whole. */
export const edit = (folder: string, fleet: string): void => writeFileSync(join(folder, 'fleet.yaml'), fleet);
