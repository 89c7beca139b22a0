/** How Argo CD handles each kind of object we emit: in which order, and what it must never do. One row per role. */

import { remembered } from '../values/remembered';

/** Annotations of one role. */
export interface SyncPolicy {
  /** Objects of a lower wave are applied, and healthy, first. */
  readonly wave: number;
  readonly options: readonly string[];
  /** The object may be in the cluster and not in git without the application being OutOfSync. */
  readonly ignoreExtraneous: boolean;
  readonly reason: string;
}

const KEEP = ['Prune=false', 'Delete=false'] as const;
const SKIP_DRY_RUN = 'SkipDryRunOnMissingResource=true';

const free = (wave: number, reason: string, ...options: string[]): SyncPolicy => ({
  wave,
  options,
  ignoreExtraneous: false,
  reason,
});
/** Argo CD may remove it, and nobody has to: without what it belonged to, it does nothing. */
const spent = (wave: number, reason: string): SyncPolicy => ({ ...free(wave, reason), ignoreExtraneous: true });
const kept = (wave: number, reason: string, ...options: string[]): SyncPolicy => ({
  wave,
  options: [...options, ...KEEP],
  ignoreExtraneous: true,
  reason,
});

/**
 * One row per role an object can have. What may stay unhealthy is in the last wave, the registry included: within a wave
 * Argo CD applies every object, whatever becomes of the others, and a failed or unhealthy object holds up later waves.
 *
 * @see argoproj/argo-cd gitops-engine/pkg/sync/sync_context.go processCreateTasks
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 */
export const SYNC_POLICY = {
  namespace: kept(-40, 'holds our jobs; nothing namespaced can be applied before it'),
  permission: free(-30, 'a job without its permissions fails at once'),
  script: free(-30, 'a job reads it when it starts'),
  takeoverPermission: spent(-30, 'a job without its permissions fails at once'),
  takeoverScript: spent(-30, 'a job reads it when it starts'),
  provisionedBucket: kept(-30, 'deleting it would delete the images; the registry needs it first', SKIP_DRY_RUN),
  storageClass: kept(-20, 'its reclaim policy protects the volumes; classes cannot be changed'),
  backingStore: kept(-20, 'holds the data of every bucket in it', SKIP_DRY_RUN),
  bucketClaim: kept(-10, 'deleting it may delete the bucket with the images', SKIP_DRY_RUN),
  volume: kept(0, 'is the way to the images'),
  clusterSetBinding: kept(0, 'other placements in the namespace may choose by it', SKIP_DRY_RUN),
  trustBundle: free(
    0,
    'the operator is degraded at once when a bundle it still names is missing',
    'PruneLast=true',
    'Delete=false',
  ),
  registryCAs: kept(0, 'the Image that names it stays: without it nodes stop trusting registries'),
  secretStore: free(1, 'secrets are fetched through it', SKIP_DRY_RUN),
  externalSecret: kept(2, 'owns the Secret: without it the registry loses its storage', SKIP_DRY_RUN),
  sealedSecret: kept(2, 'owns the Secret: without it the registry loses its storage', SKIP_DRY_RUN),
  secret: kept(2, 'without it the registry loses its storage'),
  bucketKeysJob: free(3, 'needs the bucket claim to be bound; the registry needs the keys it copies'),
  policy: free(3, 'what it made stays when it goes: it prunes nothing', SKIP_DRY_RUN),
  claimBesideTakeover: kept(10, 'shares a wave with the takeover Job: it may bind only once the registry uses it'),
  takeoverJob: free(10, 'changes the registry before Argo CD applies it'),
  claim: kept(20, 'shares a wave with the registry, because it may bind only once the registry uses it'),
  registry: kept(20, 'deleting it deletes the images where the operator manages the storage', 'ServerSideApply=true'),
  certificate: free(20, 'one that is not issued must not hold up the registry; its route waits', SKIP_DRY_RUN),
  pruner: kept(20, 'a deleted pruner comes back unsuspended', 'ServerSideApply=true'),
  image: kept(20, 'settings of the whole cluster, shared with others', 'ServerSideApply=true'),
  mirrorSet: kept(20, 'nodes would pull from the source again', SKIP_DRY_RUN),
  access: free(20, 'a binding that leaves git must leave the cluster; a missing project must not hold up the registry'),
  imageStream: kept(20, 'pods name its tags; a missing project must not hold up the registry'),
  pullCredentials: kept(20, 'pods pull with them; a missing project must not hold up the registry', SKIP_DRY_RUN),
  monitor: free(20, 'only reads', SKIP_DRY_RUN),
} as const satisfies Readonly<Record<string, SyncPolicy>>;

/** What an object is to us. */
export type SyncRole = keyof typeof SYNC_POLICY;

/** The annotations of a role. */
export const syncAnnotations = remembered((role: SyncRole): Readonly<Record<string, string>> => {
  const { wave, options, ignoreExtraneous }: SyncPolicy = SYNC_POLICY[role];
  return {
    ...(ignoreExtraneous ? { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' } : {}),
    ...(options.length > 0 ? { 'argocd.argoproj.io/sync-options': options.join(',') } : {}),
    'argocd.argoproj.io/sync-wave': String(wave),
  };
});
