/** Clusters in the output that are not in the lock: the lock was lost, emptied, or belongs to another fleet. */

import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Files, FolderEntry } from '../../load/files';
import { describeIdentity } from '../../model/storage-change';
import { addedIn } from '../../output/exchange';
import { MARK } from '../../output/manifest-file';
import { asideOf } from '../../output/swap';
import type { Journal } from '../../output/writer-lock';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { counted } from '../../values/counted';
import { quote } from '../../values/shell-word';
import { type Change, lockProblem } from './change';
import type { Ledger } from './ledger';
import type { Lock } from './lock';

/** What an output folder holds. */
export interface OutputClusters {
  readonly folder: string;
  /** Names of the clusters in it that the lock does not know, sorted. */
  readonly names: readonly string[];
}

/**
 * The clusters of an output folder that the lock does not know; empty if there is no such folder. If a swap was interrupted
 * or is under way, as these journals of its run tell, only those that were there before it count: the next synth finishes
 * it, or restores the old output.
 */
export function outputClusters(
  folder: string,
  files: Files,
  { clusters }: Lock,
  journals: readonly Journal[],
): OutputClusters {
  const unknownIn = (output: string): string[] =>
    entriesOf(join(output, 'clusters'), files)
      .filter(entry => entry.isDirectory() && !Object.hasOwn(clusters, entry.name))
      .map(({ name }) => name)
      .filter(name => isMade(join(output, 'clusters', name), files));
  const before = interrupted(folder, files, journals);
  const names = unknownIn(folder).filter(name => isOlder(folder, name, files, journals));
  return {
    folder,
    names: (before === undefined ? names : names.filter(name => unknownIn(before).includes(name))).sort(),
  };
}

/** Whether some file of a cluster was there before files were exchanged. */
function isOlder(folder: string, name: string, files: Files, journals: readonly Journal[]): boolean {
  const path = join('clusters', name);
  const namesIn = (root: string): readonly string[] => entriesOf(join(root, path), files).map(entry => entry.name);
  const added = journals.flatMap(journal => namesIn(addedIn(asideOf(folder, journal))));
  return added.length === 0 || namesIn(folder).some(file => !added.includes(file));
}

/** Whether a file of the folder begins with our mark. */
const isMade = (folder: string, files: Files): boolean =>
  entriesOf(folder, files).some(
    entry => !entry.isDirectory() && textOf(join(folder, entry.name), files).startsWith(MARK),
  );

function textOf(file: string, files: Files): string {
  try {
    return files.text(file);
  } catch {
    return '';
  }
}

/** The old output, which a swap keeps beside the folder until the lock is written; its run has written down its name. */
function interrupted(folder: string, files: Files, journals: readonly Journal[]): string | undefined {
  const folders = entriesOf(dirname(folder), files).filter(entry => entry.isDirectory());
  return journals
    .map(journal => asideOf(folder, journal).last)
    .find(last => folders.some(({ name }) => name === basename(last)));
}

function entriesOf(folder: string, files: Files): readonly FolderEntry[] {
  try {
    return files.entries(folder);
  } catch {
    return [];
  }
}

/** All clusters that the lock should know, as one change, unless it is acknowledged. */
export function unknownToLock(
  file: string,
  { folder, names: unknown }: OutputClusters,
  clusters: readonly ClusterSummary[],
  ledger: Ledger,
): readonly Change[] {
  if (unknown.length === 0) return [];
  const images = new Map(clusters.map(cluster => [cluster.name, describeIdentity(cluster.images)]));
  const state = unknown.map(name => `${name} ${images.get(name) ?? ''}\n`).join('');
  const digest = createHash('sha256').update(state).digest('hex').slice(0, 8);
  const change = `the lock takes in ${counted(unknown.length, 'cluster')} of the output as configured now, ${digest}`;
  if (ledger.take(change)) return [];
  const shown =
    unknown.length > 5 ? `${unknown.slice(0, 5).join(', ')} and ${unknown.length - 5} more` : unknown.join(', ');
  const what = `${folder} has ${counted(unknown.length, 'cluster')} not in ${file}: ${shown}`;
  const first = `restore the lock from git: git checkout HEAD -- ${quote(file)}; if you renamed the fleet file, rename its lock too; if ${folder} is left over from another branch or belongs to another fleet, delete it or use another folder with -o; if the lock is lost, check that the configuration has each cluster's real storage, and`;
  return [{ problem: lockProblem('LOCK_INCOMPLETE', [], what), first, change }];
}
