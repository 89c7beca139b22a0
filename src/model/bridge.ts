/** `bridge`: how the keys of a bucket claim, its CA and its bucket's name reach the operator. */

import type { Bridge } from '../config/shape/bridge';
import { canonicalDuration } from '../values/duration';
import type { ResolveContext } from './context';
import { resolveJobs } from './jobs';
import type { BridgeModel } from './jobs-model';
import type { StorageModel } from './storage-model';

/** The modes of a bridge, in the order they are looked for. */
export const BRIDGE_MODES = ['externalSecret', 'job', 'acm'] as const;

/** The modes that are said; a rule refuses none and more than one. */
export const namedBridges = (bridge: Bridge): readonly (typeof BRIDGE_MODES)[number][] =>
  BRIDGE_MODES.filter(mode => bridge[mode] !== undefined);

/** How often the CronJob looks for changed keys. */
const DEFAULT_SCHEDULE = '*/30 * * * *';

/** How often the External Secrets Operator does. */
const DEFAULT_REFRESH = '5m';

/** The bridge, or undefined where the storage has no bucket claim or something else brings the keys. */
export function resolveBridge(storage: StorageModel | undefined, context: ResolveContext): BridgeModel | undefined {
  const { bucketClaim, trustedCA } = storage ?? {};
  const bridge = bucketClaim?.bridge;
  if (storage === undefined || bucketClaim === undefined || bridge === undefined) return undefined;
  const [mode] = namedBridges(bridge);
  if (mode === undefined) return undefined;
  const { name, namespace, bucketName, generateBucketName } = bucketClaim;
  const source = trustedCA?.source;
  const common = {
    path: [...storage.path, 'bridge', mode],
    claim: { name, namespace },
    fetchesCA: source === 'ingressCA' || source === 'serviceCA' ? source : undefined,
    fetchesBucketName: !bucketName && Boolean(generateBucketName),
  };
  if (mode === 'externalSecret') {
    const interval = bridge.externalSecret?.refreshInterval ?? DEFAULT_REFRESH;
    return { ...common, mode, refreshInterval: canonicalDuration(interval) };
  }
  if (mode === 'job')
    return { ...common, mode, schedule: bridge.job?.schedule ?? DEFAULT_SCHEDULE, ...resolveJobs(context) };
  return { ...common, mode, namespace: bridge.acm?.namespace ?? '', placement: bridge.acm?.placement };
}

/** Name of the hub's objects of one cluster. */
export const hubPolicyName = (cluster: string): string => `registry-bucket-${cluster}`;
