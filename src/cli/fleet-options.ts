/** What the options of every command that reads a fleet mean: which file, which folder, which revision, which findings. */

import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Severity } from '../findings/finding';
import type { Against } from '../fleet/lock/check-lock';
import { DISK, type Files } from '../load/files';
import { GitError } from '../load/git/git';
import { findRevision } from '../load/git/revision';
import { filesAt } from '../load/git/revision-files';
import { readStandardInput } from '../load/read-file';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

const NAME = 'fleet.yaml';

/** A fleet file, and where it is read. */
export interface FleetSource {
  readonly file: string;
  readonly files: Files;
  /** Whether it comes from standard input: then it has no lock. */
  readonly lockless: boolean;
}

/** The name of standard input in messages. */
const STDIN = '<stdin>';

/** The fleet that is meant; `-` is standard input. */
export function fleetSourceOf(args: Arguments, word?: string): FleetSource {
  const file = namedFile(args, word);
  if (file !== '-') return { file, files: DISK, lockless: false };
  let input: string | undefined;
  const text = (path: string): string => {
    if (path !== STDIN) return DISK.text(path);
    input ??= readStandardInput();
    return input;
  };
  return { file: STDIN, files: { ...DISK, text }, lockless: true };
}

/**
 * The fleet file of a command that needs one.
 *
 * @throws UsageError for standard input.
 */
export function fleetFileOf(args: Arguments, word?: string): string {
  const file = namedFile(args, word);
  if (file === '-') throw new UsageError('standard input (-) is for check, list and synth --stdout: name a file');
  return file;
}

/**
 * The one that is named, or `fleet.yaml` here or in the nearest folder above, up to the root of the repository.
 *
 * @throws UsageError if two are named, or none is found.
 */
function namedFile(args: Arguments, word?: string): string {
  if (word !== undefined && args.flag('file'))
    throw new UsageError('two fleet files are named: one of them with --file');
  const named = word ?? args.text('file') ?? nearestFleet(process.cwd());
  if (named === undefined) {
    throw new UsageError(
      `there is no ${NAME} here or in a folder above: registry-gitops init creates one, --file names another file`,
    );
  }
  return named;
}

/** The fleet file of a command that may not need one: its usual name if no file is found. */
export const usualFleetFileOf = (args: Arguments): string => args.text('file') ?? nearestFleet(process.cwd()) ?? NAME;

function nearestFleet(here: string): string | undefined {
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, NAME))) return relative(here, join(folder, NAME));
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return undefined;
  }
}

/** The output folder that is meant. */
export const folderOf = (args: Arguments, fleetFile: string): string =>
  args.text('output') ?? process.env.CDK8S_OUTDIR ?? join(dirname(fleetFile), 'dist');

/** The lowest severity to show. */
export const severityOf = (args: Arguments): Severity =>
  args.flag('info') ? 'info' : ((args.text('severity') as Severity | undefined) ?? 'warning');

/**
 * The revision that the lock and the output are to be compared with.
 *
 * @throws UsageError where it does not exist.
 */
export function againstOf(args: Arguments): Against | undefined {
  const name = args.text('against');
  if (name === undefined) return undefined;
  try {
    return { name, files: filesAt(findRevision(name)) };
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`--against: ${error.message}`);
    throw error;
  }
}
