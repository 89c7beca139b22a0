/** Clusters in the lock that are not in the fleet: removed or renamed. */

import { sharingOf } from '../../facts/backends';
import { describeIdentity } from '../../model/storage-change';
import { infrastructureOf } from '../../model/where-images-live';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { type Change, entryFor, lockProblem } from './change';
import type { Ledger } from './ledger';
import { type Lock, type LockedCluster, lockedIn } from './lock';
import { inWords } from './moves';

/** The lock with the new names of clusters that the fleet acknowledges as renamed. */
export function renamed(before: Lock, clusters: readonly ClusterSummary[], ledger: Ledger): Lock {
  const left = ledger.left();
  if (left.length === 0) return before;
  const names = new Set(clusters.map(({ name }) => name));
  const given = new Map<string, string>();
  for (const change of left) {
    const [, from = '', to = ''] = /^(\S+) is renamed (\S+)$/.exec(change) ?? [];
    const isGone = lockedIn(before, from) !== undefined && !names.has(from) && !given.has(from);
    const isNew = names.has(to) && lockedIn(before, to) === undefined;
    if (isGone && isNew && ledger.take(change)) given.set(from, to);
  }
  if (given.size === 0) return before;
  const entries = Object.entries(before.clusters).map(([name, entry]) => [given.get(name) ?? name, entry] as const);
  return { ...before, clusters: Object.fromEntries(entries) };
}

const renaming = (from: string, to: string): string => `${from} is renamed ${to}`;

/** The names of clusters in the lock that are gone: not among those of the fleet. */
export const vanished = ({ clusters: before }: Lock, names: ReadonlySet<string>): readonly string[] =>
  Object.keys(before).filter(name => !names.has(name));

/** Every cluster that is gone, unless that is acknowledged. */
export function vanishedChanges(
  gone: readonly string[],
  { before, clusters, ledger, listed }: Passage,
): readonly Change[] {
  if (gone.length === 0) return [];
  const come = byStorage(
    clusters
      .filter(({ name }) => lockedIn(before, name) === undefined)
      .map(({ name, images, platform }) => ({ name, storage: images, platform: infrastructureOf(platform) })),
  );
  const left = byStorage(gone.flatMap(name => ({ name, storage: {}, ...lockedIn(before, name) })));
  return gone
    .filter(name => !ledger.take(`${name} leaves the fleet`))
    .map(name => vanishedChange(name, heirOf(lockedIn(before, name), left, come), before, listed));
}

function vanishedChange(name: string, heir: string | undefined, before: Lock, listed: boolean): Change {
  const storage = lockedIn(before, name)?.storage ?? {};
  const leaves = `${name} leaves the fleet`;
  const gone = `${name}, whose images are in ${inWords(storage)}, is no longer in the fleet`;
  if (heir === undefined) {
    return { problem: lockProblem('CLUSTER_VANISHED', ['clusters'], gone), first: 'put it back, or', change: leaves };
  }
  const what = `${gone}; ${heir} is new and has the same storage: was it renamed?`;
  return {
    problem: lockProblem('CLUSTER_VANISHED', ['clusters'], what),
    first: `put it back; if you removed it, ${entryFor(leaves, !listed)}; if you renamed it,`,
    change: renaming(name, heir),
  };
}

/** The lock and the fleet between which clusters are gone, and what is acknowledged of it. */
interface Passage {
  readonly before: Lock;
  readonly clusters: readonly ClusterSummary[];
  readonly ledger: Ledger;
  /** Whether the fleet file has a list of acknowledgements. */
  readonly listed: boolean;
}

/** A cluster that was removed or added. */
type Passing = Pick<LockedCluster, 'storage' | 'platform'> & { readonly name: string };

function byStorage(clusters: readonly Passing[]): ReadonlyMap<string, readonly Passing[]> {
  const found = new Map<string, Passing[]>();
  for (const cluster of clusters) {
    const key = describeIdentity(cluster.storage);
    const others = found.get(key) ?? [];
    others.push(cluster);
    found.set(key, others);
  }
  return found;
}

/**
 * The new cluster with the same platform and storage. Claims have the same name on many clusters: there it must be the
 * only new cluster for the only one removed.
 */
function heirOf(
  old: LockedCluster | undefined,
  left: ReadonlyMap<string, readonly Passing[]>,
  come: ReadonlyMap<string, readonly Passing[]>,
): string | undefined {
  if (old === undefined) return undefined;
  const key = describeIdentity(old.storage);
  const isAlike = ({ platform }: Passing): boolean => old.platform === undefined || platform === old.platform;
  const alike = (come.get(key) ?? []).filter(isAlike);
  const certain = alike.length === 1 && (left.get(key) ?? []).filter(isAlike).length === 1;
  return sharingOf(old.storage) !== undefined || certain ? alike[0]?.name : undefined;
}
