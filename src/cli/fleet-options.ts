/** What the options of every command that reads a fleet mean: which file, which folder, which revision, which findings. */

import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Against } from '../fleet/lock/check-lock';
import { GitError } from '../load/git/git';
import { findRevision } from '../load/git/revision';
import { filesAt } from '../load/git/revision-files';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

const NAME = 'fleet.yaml';

/**
 * The fleet file that is meant: the one that is named, or `fleet.yaml` here or in the nearest folder above, up to the root
 * of the repository.
 *
 * @throws UsageError where two are named.
 */
export function fleetFileOf(args: Arguments, word?: string): string {
  if (word !== undefined && args.flag('file'))
    throw new UsageError('two fleet files are named: one of them with --file');
  return word ?? args.text('file') ?? nearestFleet(process.cwd());
}

function nearestFleet(here: string): string {
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, NAME))) return relative(here, join(folder, NAME));
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return NAME;
  }
}

/** The output folder that is meant. */
export const folderOf = (args: Arguments, fleetFile: string): string =>
  args.text('output') ?? process.env.CDK8S_OUTDIR ?? join(dirname(fleetFile), 'dist');

/**
 * The revision that the lock and the output are to be compared with.
 *
 * @throws UsageError where there is none of the name.
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
