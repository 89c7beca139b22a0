/**
 * The lock of a large fleet has megabytes of text, and says of each cluster what its summary says: where the text is the one
 * that the last run led to, the summaries that are kept of that run are as good, and there already.
 */

import { entryOf } from '../../fleet/lock/compare';
import type { Lock, LockedCluster } from '../../fleet/lock/lock';
import { lockText } from '../../fleet/lock/lock-text';
import type { PreparedFleet } from '../../main';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { setKey } from '../../values/set-key';
import { textDigest } from './store';

/** What is kept of a lock besides summaries. */
export interface KeptLock {
  /** A digest of its text. */
  readonly digest: string;
  /** How many clusters it has. */
  readonly clusters: number;
  readonly acknowledged: readonly string[];
}

/** What is kept of the lock that a run led to; nothing where an entry may be older than its cluster. */
export function keptLock({ checked: { clusters }, lock: { lock } }: PreparedFleet): KeptLock | undefined {
  if (clusters.some(({ othersConfig }) => othersConfig)) return undefined;
  return { digest: textDigest(lockText(lock)), clusters: clusters.length, acknowledged: lock.acknowledged };
}

/** The lock with this text, where it is the one that was kept and all its clusters are there. */
export function lockBefore(
  { digest, clusters, acknowledged }: KeptLock,
  text: string,
  summaries: readonly ClusterSummary[],
): Lock | undefined {
  if (summaries.length !== clusters || textDigest(text) !== digest) return undefined;
  const byName = new Map(summaries.map(each => [each.name, each]));
  // In the order of its text: what is found in the lock is found in this order.
  const names = [...byName.keys()].sort();
  const entries: Record<string, LockedCluster> = {};
  for (const name of names) setKey(entries, name, entryOf(byName.get(name) as ClusterSummary));
  return { clusters: entries, acknowledged };
}
