/** What the lock records of a fleet from run to run. */

import type { StorageIdentity } from '../../model/storage-change';
import { sameList } from '../../values/same-list';

/** What the lock records of one cluster. */
export interface LockedCluster {
  /** Where its images live. */
  readonly storage: StorageIdentity;
  /** Its platform; unknown in a lock written by hand. */
  readonly platform?: string;
  /** Settings that the API server does not allow to change, by their path below the backend; empty if none are emitted. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Acknowledged dangerous states that still exist; sorted. */
  readonly states: readonly string[];
}

/** What the lock records of a fleet. */
export interface Lock {
  readonly clusters: Readonly<Record<string, LockedCluster>>;
  /** Acknowledged changes that have happened, in order, as long as the configuration still has their entries. */
  readonly acknowledged: readonly string[];
}

/** An empty lock. */
export const EMPTY_LOCK: Lock = { clusters: {}, acknowledged: [] };

/** What the lock records of a cluster, if anything. */
export const lockedIn = ({ clusters }: Lock, name: string): LockedCluster | undefined =>
  Object.hasOwn(clusters, name) ? clusters[name] : undefined;

/** Whether two entries record the same, to the letter. */
export const sameEntry = (a: LockedCluster, b: LockedCluster): boolean =>
  a.platform === b.platform &&
  sameMap(a.storage, b.storage) &&
  sameMap(a.fixed, b.fixed) &&
  sameList(a.states, b.states);

type Texts = Readonly<Record<string, string | undefined>>;

/** A key without a value is not there. */
const sameMap = (a: Texts, b: Texts): boolean => a === b || (hasAll(a, b) && hasAll(b, a));

function hasAll(a: Texts, b: Texts): boolean {
  for (const key of Object.keys(b)) if (b[key] !== (Object.hasOwn(a, key) ? a[key] : undefined)) return false;
  return true;
}
