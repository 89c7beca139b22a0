/** Runs the app as users do: as a program of its own. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsBelow } from '../../src/output/output-folder';
import { BUILT } from './build';
import { HANGS_MS } from './hangs';

/** What a program left behind. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as it is installed. */
export const BIN = join(BUILT, 'bundle', 'bin.js');
/** The compiled cdk8s app. */
export const APP = join(BUILT, 'src', 'main.js');

/** Variables of a program, beside PATH, HOME and XDG_CACHE_HOME. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a program to its end. */
export function runProgram(command: readonly string[], cwd: string, env: Environment = {}): Ended {
  const [program = '', ...args] = command;
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { PATH, HOME, XDG_CACHE_HOME, ...env },
    encoding: 'utf8',
    timeout: HANGS_MS,
  });
  return { status, stdout, stderr };
}

/** Runs `registry-gitops`. */
export const cli = (cwd: string, args: readonly string[], env?: Environment): Ended =>
  runProgram([process.execPath, BIN, ...args], cwd, env);

/** Every file below a folder, with its text. */
export const contentOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pathsBelow(folder).map(path => [path, readFileSync(join(folder, path), 'utf8')]));
