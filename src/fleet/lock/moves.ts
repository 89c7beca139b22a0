/** Images that stay behind because a cluster's storage has changed. */

import {
  describeIdentity,
  NO_STORAGE,
  OWN_STORAGE,
  type StorageIdentity,
  sameStorage,
  startOfChange,
  storageChange,
} from '../../model/storage-change';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { type Change, lockProblem, nextName } from './change';
import type { Ledger } from './ledger';
import type { LockedCluster } from './lock';

/** The move, unless it is acknowledged, at once or in steps. */
export function moveOf(
  { name, index, images, storage }: ClusterSummary,
  before: LockedCluster,
  ledger: Ledger,
): readonly Change[] {
  const from = before.storage;
  if (from.backend === NO_STORAGE.backend || sameStorage(from, images)) return [];
  const steps = stepsOf(ledger.left(), name, from, images);
  if (steps !== undefined && ledger.takeAll(steps)) return [];
  const what = `the images of ${name} are in ${inWords(from)}, but the configuration now has ${inWords(images)}`;
  const path = storage?.path ?? ['storage'];
  return [
    {
      problem: lockProblem('STORAGE_MOVED', path, what, { cluster: index }),
      first: firstOf(from, images, path.join('.')),
      change: storageChange(name, from, images),
    },
  ];
}

/** A claim cannot change in place: the API server refuses the update. And a bucket has one claim. */
function firstOf(from: StorageIdentity, to: StorageIdentity, path: string): string {
  const { claim } = to;
  const isSameBucket = to.backend === from.backend && to.bucket !== undefined && to.bucket === from.bucket;
  if (isSameBucket && from.claim !== undefined && claim !== from.claim) {
    return `keep the claim ${from.claim}, because a bucket that exists is not given to a second claim; or set a new ${path}.bucketName, copy the images first, then`;
  }
  if (claim === undefined || claim !== from.claim || to.existing !== undefined) return 'copy the images first, then';
  const name = nextName(claim.split('/').at(-1) ?? claim);
  return `use a new claim, ${path}.claim: ${name}, because the API server does not allow this one to change, and copy the images first; or, if you recreate the claim yourself,`;
}

/** The acknowledged steps that lead from one storage to the other. */
function stepsOf(
  entries: readonly string[],
  cluster: string,
  from: StorageIdentity,
  to: StorageIdentity,
): readonly string[] | undefined {
  const direct = storageChange(cluster, from, to);
  if (entries.includes(direct)) return [direct];
  const steps = departures(entries, cluster, from);
  const goal = ` to ${describeIdentity(to)}`;
  const last = steps.findIndex(step => step.endsWith(goal));
  return last < 0 ? undefined : steps.slice(0, last + 1);
}

/** Acknowledged moves of the cluster, each from where the last one ends, beginning with where the images are. */
export function departures(entries: readonly string[], cluster: string, from: StorageIdentity): readonly string[] {
  const steps: string[] = [];
  let start = startOfChange(cluster, from);
  const left = [...entries];
  for (;;) {
    const index = left.findIndex(entry => entry.startsWith(start));
    const [step] = index < 0 ? [] : left.splice(index, 1);
    if (step === undefined) return steps;
    steps.push(step);
    start = `${cluster} moves from ${step.slice(start.length)} to `;
  }
}

/** An identity in words, also for storage that git does not name. */
export function inWords(identity: StorageIdentity): string {
  const { backend, platform } = identity;
  if (backend === NO_STORAGE.backend) return 'no storage';
  if (backend !== OWN_STORAGE.backend) return describeIdentity(identity);
  return `the operator's own storage${platform === undefined ? '' : ` on ${platform}`}${
    identity.bootstrap === undefined ? '' : ` (${identity.bootstrap})`
  }`;
}
