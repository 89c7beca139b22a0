/** How the keys of a bucket claim, its CA and its bucket's name reach the operator. */

import type { BucketClaimCredentials } from '../config/shape/bucket-claim';
import type { Credentials } from '../config/shape/credentials';
import type { ConfigPath } from '../findings/finding';
import { canonicalDuration } from '../values/duration';
import type { ResolveContext } from './context';
import { type HubPolicyModel, resolveHubPolicy } from './hub-policy';
import { type JobsModel, resolveJobs } from './jobs';
import { namedModes } from './secret';
import type { StorageModel } from './storage-model';

/** How the keys of a bucket claim reach the operator. */
export type BucketKeysModel = {
  /** Where in the configuration the mode is written. */
  readonly path: ConfigPath;
  readonly claim: { readonly name: string; readonly namespace: string };
  /** The CA to put into the trust bundle, where it is asked to. */
  readonly fetchesCA?: 'ingressCA' | 'serviceCA';
  /** The bucket's name is generated, and known only in the cluster. */
  readonly fetchesBucketName: boolean;
} & (
  | { readonly mode: 'externalSecret'; readonly refreshInterval: string }
  | ({ readonly mode: 'job'; readonly schedule: string } & JobsModel)
  | { readonly mode: 'acm'; readonly namespace: string; readonly hub?: HubPolicyModel }
);

/** The modes of `bucketClaim`, in the order they are looked for. */
export const BUCKET_CLAIM_MODES = ['externalSecret', 'job', 'acm'] as const;

/** The modes that are set; a rule refuses none and more than one. */
export const namedBucketClaimModes = (source: BucketClaimCredentials): readonly (typeof BUCKET_CLAIM_MODES)[number][] =>
  BUCKET_CLAIM_MODES.filter(mode => source[mode] !== undefined);

/** Whether a Job or a policy reads the claim in the cluster, and so can bring a CA and the bucket's name too. */
export const readsInCluster = (credentials: Credentials | undefined): boolean =>
  credentials?.bucketClaim?.job !== undefined || credentials?.bucketClaim?.acm !== undefined;

/** How often the CronJob looks for changed keys. */
const DEFAULT_SCHEDULE = '*/30 * * * *';

/** How often the External Secrets Operator does. */
const DEFAULT_REFRESH = '5m';

/** Namespace of policies on the hub. */
const HUB_NAMESPACE = 'image-registry-policies';

/** What copies the keys, or undefined where the storage has no bucket claim or something else brings the keys. */
export function resolveBucketKeys(
  storage: StorageModel | undefined,
  context: ResolveContext,
): BucketKeysModel | undefined {
  const { bucketClaim, trustedCA } = storage ?? {};
  const { credentials } = context.cluster;
  const keys = credentials?.bucketClaim;
  // of two modes, which a rule refuses, the first is taken
  if (bucketClaim === undefined || keys === undefined || namedModes(credentials ?? {}).length > 0) return undefined;
  const [mode] = namedBucketClaimModes(keys);
  if (mode === undefined) return undefined;
  const { name, namespace, bucketName, generateBucketName } = bucketClaim;
  const source = trustedCA?.source;
  const common = {
    path: ['credentials', 'bucketClaim', mode],
    claim: { name, namespace },
    fetchesCA: source === 'ingressCA' || source === 'serviceCA' ? source : undefined,
    fetchesBucketName: !bucketName && Boolean(generateBucketName),
  };
  if (mode === 'externalSecret') {
    const interval = keys.externalSecret?.refreshInterval ?? DEFAULT_REFRESH;
    return { mode, refreshInterval: canonicalDuration(interval), ...common };
  }
  if (mode === 'job')
    return { mode, schedule: keys.job?.schedule ?? DEFAULT_SCHEDULE, ...common, ...resolveJobs(context) };
  const { placement, namespace: named = placement ? HUB_NAMESPACE : context.cluster.name } = keys.acm ?? {};
  return { mode, namespace: named, hub: placement && resolveHubPolicy(common, named, placement), ...common };
}

/** The policy of the hub that brings a cluster its keys, where one does. */
export const hubPolicyOf = (keys: BucketKeysModel | undefined): HubPolicyModel | undefined =>
  keys?.mode === 'acm' ? keys.hub : undefined;
