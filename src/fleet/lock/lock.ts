/** What is remembered of a fleet from run to run. */

import type { StorageIdentity } from '../../model/storage-change';

/** What is remembered of one cluster. */
export interface LockedCluster {
  /** Where its images live. */
  readonly storage: StorageIdentity;
  /** Its platform; unknown in a lock that somebody has written by hand. */
  readonly platform?: string;
  /** Settings that the API server does not let change, by their path below the backend; nothing where none are ours. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Dangerous states that were acknowledged, and last; sorted. */
  readonly states: readonly string[];
}

/** What is remembered of a fleet. */
export interface Lock {
  readonly clusters: Readonly<Record<string, LockedCluster>>;
  /** Acknowledged changes that have happened, for as long as the configuration still has their entries; in that order. */
  readonly acknowledged: readonly string[];
}

/** A lock that remembers nothing. */
export const EMPTY_LOCK: Lock = { clusters: {}, acknowledged: [] };

/** What is remembered of a cluster, if anything is. */
export const lockedIn = ({ clusters }: Lock, name: string): LockedCluster | undefined =>
  Object.hasOwn(clusters, name) ? clusters[name] : undefined;
