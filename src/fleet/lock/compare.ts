/** What changed since the last run: images do not move with the configuration. */

import type { Acknowledgement } from '../../config/shape/fleet';
import { infrastructureOf } from '../../model/where-images-live';
import type { ClusterSummary, FleetProblem } from '../../rules/fleet/fleet-rule';
import { sameList } from '../../values/same-list';
import { setKey } from '../../values/set-key';
import { type Change, lockProblem, withFixes } from './change';
import { classNamed, fixedChanges } from './fixed';
import { type Ledger, openLedger } from './ledger';
import { type Lock, type LockedCluster, lockedIn, sameEntry } from './lock';
import { moveOf } from './moves';
import { type OutputClusters, unknownToLock } from './output-clusters';
import { renamed, vanished, vanishedChanges } from './vanished';

/** The new lock, and what must be acknowledged before it may be written. */
export interface LockComparison {
  readonly lock: Lock;
  readonly problems: readonly FleetProblem[];
  /**
   * Whether the same clusters, compared with the new lock, give that lock and no problem: nothing is acknowledged or wrong, and
   * each cluster has an entry, which is made of it.
   */
  readonly isStable: boolean;
}

/** The previous state, besides the lock. */
export interface Surroundings {
  /** The lock's file, as people name it. */
  readonly file: string;
  /** The output that belongs to the lock. */
  readonly output: OutputClusters;
}

/** Compares the previous state with the current one; new clusters are simply added. */
export function compareLock(
  remembered: Lock,
  clusters: readonly ClusterSummary[],
  acknowledge: readonly Acknowledgement[],
  { file, output }: Surroundings,
): LockComparison {
  const entries = acknowledge.map(({ change }) => change.trim());
  const ledger = openLedger(entries, remembered.acknowledged);
  const before = renamed(remembered, clusters, ledger);
  const listed = entries.length > 0;
  const names = new Set(clusters.map(({ name }) => name));
  const now: LockedCluster[] = [];
  const changed: Compared[] = [];
  const stated: Compared[] = [];
  const remarks: FleetProblem[] = [];
  for (const cluster of clusters) {
    const was = lockedIn(before, cluster.name);
    const is = lockedCluster(cluster, was);
    now.push(is);
    if (is !== was) changed.push({ cluster, was });
    if (cluster.states.length > 0) stated.push({ cluster, was });
    for (const remark of remarksOn(cluster, was)) remarks.push(remark);
  }
  const gone = vanished(before, names);
  const changes = [
    ...unknownToLock(file, output, clusters, ledger),
    ...changed.flatMap(({ cluster, was }) => changesOf(cluster, was, ledger)),
    ...vanishedChanges(gone, { before, clusters, ledger, listed }),
  ];
  for (const { cluster, was } of stated) takeStates(cluster.states, was, ledger);
  const acknowledged = ledger.used();
  const isSame =
    before === remembered &&
    gone.length === 0 &&
    changed.length === 0 &&
    sameList(acknowledged, remembered.acknowledged);
  const lock = isSame ? remembered : { clusters: byName(clusters, now), acknowledged };
  const problems = [...withFixes(changes, listed), ...remarks, ...idleEntries(entries, clusters, ledger)];
  const isEach = names.size === clusters.length && !clusters.some(({ othersConfig }) => othersConfig);
  return { lock, problems, isStable: isEach && !listed && problems.length === 0 };
}

/** A cluster, and what the lock recorded of it. */
interface Compared {
  readonly cluster: ClusterSummary;
  readonly was: LockedCluster | undefined;
}

function byName(clusters: readonly ClusterSummary[], entries: readonly LockedCluster[]): Lock['clusters'] {
  const found: Record<string, LockedCluster> = {};
  clusters.forEach(({ name }, position) => {
    setKey(found, name, entries[position]);
  });
  return found;
}

/**
 * What the lock records: the previous entry, where nothing has changed. For a Config that belongs to someone else, the
 * previous entry stays.
 */
function lockedCluster(cluster: ClusterSummary, known: LockedCluster | undefined): LockedCluster {
  if (cluster.othersConfig && known !== undefined) return known.states.length === 0 ? known : { ...known, states: [] };
  const entry = entryOf(cluster);
  return known !== undefined && sameEntry(entry, known) ? known : entry;
}

/** What the lock records of a cluster whose Config is managed here. */
export const entryOf = ({ images, platform, storage, states }: ClusterSummary): LockedCluster => ({
  storage: images,
  platform: infrastructureOf(platform),
  fixed: storage?.fixed ?? NOTHING_FIXED,
  states: states.length === 0 ? states : [...states].sort(),
});

const NOTHING_FIXED: LockedCluster['fixed'] = {};

const changesOf = (cluster: ClusterSummary, before: LockedCluster | undefined, ledger: Ledger): readonly Change[] =>
  before === undefined || cluster.othersConfig
    ? []
    : [...moveOf(cluster, before, ledger), ...fixedChanges(cluster, before, ledger)];

/** A state is acknowledged once; while it lasts the lock records it, and the entry can be removed. */
function takeStates(states: readonly string[], before: LockedCluster | undefined, ledger: Ledger): void {
  for (const state of states) if (!before?.states.includes(state)) ledger.take(state);
}

function remarksOn(cluster: ClusterSummary, before: LockedCluster | undefined): readonly FleetProblem[] {
  const { index, changing } = cluster;
  const named = before === undefined ? NO_PROBLEMS : classNamed(cluster, before);
  if (changing?.by !== 'none') return named;
  const what = `takeOver.by: none skips the takeover, but the change "${changing.change}" is under way`;
  return [...named, lockProblem('TAKEOVER_SKIPPED', ['takeOver', 'by'], what, { cluster: index })];
}

const NO_PROBLEMS: readonly FleetProblem[] = [];

/** Entries that allow nothing, unless their change is still under way. */
function idleEntries(
  entries: readonly string[],
  clusters: readonly ClusterSummary[],
  ledger: Ledger,
): readonly FleetProblem[] {
  if (entries.length === 0) return NO_PROBLEMS;
  const underWay = new Set(clusters.map(({ changing }) => changing?.change));
  return entries.flatMap((change, index) => {
    if (ledger.isUsed(index) || (ledger.wasUsed(index) && underWay.has(change))) return [];
    const what = ledger.wasUsed(index)
      ? `"${change}" has already happened, so the entry has no effect`
      : `"${change}" does not happen in this run`;
    return [lockProblem('ACKNOWLEDGE_UNUSED', ['acknowledge', index], what)];
  });
}
