/** What moved since the last run: images do not move with the configuration. */

import type { Acknowledgement } from '../../config/shape/fleet';
import { sharingOf } from '../../facts/backends';
import { problemOf } from '../../findings/catalogue-entry';
import type { ConfigPath } from '../../findings/finding';
import { LOCK_CODES } from '../../findings/lock-codes';
import {
  describeIdentity as describe,
  OWN_STORAGE,
  type StorageIdentity,
  storageChange,
} from '../../model/storage-change';
import type { ClusterSummary, FleetProblem } from '../../rules/fleet/fleet-rule';
import { identityIn, type Lock } from './lock-file';

/** The new lock, and what must be acknowledged before it may be written. */
export interface LockComparison {
  readonly lock: Lock;
  readonly problems: readonly FleetProblem[];
}

/** Compares what was with what is; new clusters are simply added. */
export function compareLock(
  before: Lock,
  clusters: readonly ClusterSummary[],
  acknowledge: readonly Acknowledgement[],
): LockComparison {
  const meant = new Set(acknowledge.map(({ change }) => change.trim()));
  const used = new Set<string>();
  const unmet = (change: string): boolean => {
    used.add(change);
    return !meant.has(change);
  };
  const known = (name: string): StorageIdentity | undefined => identityIn(before, name);
  const moved = clusters.flatMap(cluster => moveOf(cluster, known(cluster.name), unmet));
  const names = new Set(clusters.map(({ name }) => name));
  const added = clusters.filter(({ name }) => known(name) === undefined);
  const vanished = Object.entries(before.clusters).flatMap(([name, identity]) =>
    names.has(name) ? [] : vanishedChange(name, identity, added, unmet),
  );
  const underWay = new Set(clusters.map(({ changing }) => changing?.change));
  const unused = acknowledge.flatMap(({ change }, index) =>
    used.has(change.trim()) || underWay.has(change.trim())
      ? []
      : [problem('ACKNOWLEDGE_UNUSED', ['acknowledge', index], `"${change}" is no change of this run`)],
  );
  const skipped = clusters.flatMap(skippedTakeover);
  const lock: Lock = {
    clusters: Object.fromEntries(clusters.map(({ name, storage }) => [name, storage?.identity ?? OWN_STORAGE])),
    acknowledged: [...meant].filter(change => used.has(change) || before.acknowledged.includes(change)).sort(),
  };
  return { lock, problems: [...withFixes([...moved, ...vanished], acknowledge.length > 0), ...skipped, ...unused] };
}

function moveOf(
  { name, index, storage }: ClusterSummary,
  before: StorageIdentity | undefined,
  unmet: (change: string) => boolean,
): Change[] {
  const after = storage?.identity ?? OWN_STORAGE;
  if (before === undefined || same(before, after)) return [];
  const change = storageChange(name, before, after);
  if (!unmet(change)) return [];
  const what = `the images of ${name} are in ${inWords(before)}; the configuration now says ${inWords(after)}`;
  const moved = { ...problem('STORAGE_MOVED', storage?.path ?? ['storage'], what), cluster: index };
  return [{ problem: moved, first: 'copy the images first, then', change }];
}

function skippedTakeover({ index, changing }: ClusterSummary): FleetProblem[] {
  if (changing?.by !== 'none') return [];
  const what = `takeOver.by is none, and the change "${changing.change}" is under way`;
  return [{ ...problem('TAKEOVER_SKIPPED', ['takeOver', 'by'], what), cluster: index }];
}

function vanishedChange(
  name: string,
  identity: StorageIdentity,
  added: readonly ClusterSummary[],
  unmet: (change: string) => boolean,
): Change[] {
  const change = `${name} leaves the fleet`;
  if (!unmet(change)) return [];
  const heir = isOfOneCluster(identity)
    ? undefined
    : added.find(({ storage }) => storage !== undefined && same(storage.identity, identity));
  const renamed = heir === undefined ? '' : `; ${heir.name}, which is new, has the same storage`;
  const what = `${name}, whose images are in ${inWords(identity)}, is no longer in the fleet${renamed}`;
  return [{ problem: problem('CLUSTER_VANISHED', ['clusters'], what), first: 'put it back, or', change }];
}

/** Whether another cluster's storage may well be called the same: it lies within the cluster. */
const isOfOneCluster = (identity: StorageIdentity): boolean => sharingOf(identity) === undefined;

/** What is refused until it is acknowledged, and what is to be done before. */
interface Change {
  readonly problem: FleetProblem;
  readonly first: string;
  readonly change: string;
}

/** Fixes that can be pasted: a list for the only change of all, else one entry each for the list. */
function withFixes(changes: readonly Change[], listed: boolean): FleetProblem[] {
  const entry = ({ change }: Change): string => `{change: ${JSON.stringify(change)}, reason: "…"}`;
  const alone = changes.length === 1 && !listed;
  return changes.map(change => ({
    ...change.problem,
    fix: alone
      ? `${change.first} add to the fleet file: acknowledge: [${entry(change)}]`
      : `${change.first} add to the list acknowledge of the fleet file: - ${entry(change)}`,
  }));
}

const problem = (code: keyof typeof LOCK_CODES, path: ConfigPath, what: string): FleetProblem =>
  problemOf(LOCK_CODES[code], path, what);

/** What an unreadable lock leads to. */
export const unreadableLock = (file: string): FleetProblem =>
  problem('LOCK_UNREADABLE', [], `${file} is not a lock file`);

/** An identity for people, who need not know the name for the operator's own storage. */
const inWords = (identity: StorageIdentity): string =>
  identity.backend === OWN_STORAGE.backend ? "the operator's own storage" : describe(identity);

const same = (a: StorageIdentity, b: StorageIdentity): boolean => describe(a) === describe(b);
