/** A merged configuration to a model: derived values are filled in here, once, and nowhere else. Never throws. */

import { type Inputs, NO_INPUTS } from '../config/inputs';
import type { Cluster } from '../config/shape/cluster';
import type { Metadata } from '../config/shape/kubernetes';
import { resolveAccess } from './access';
import { resolveBucketKeys } from './bucket-keys';
import { contextOf, type ResolveContext } from './context';
import { resolveCloudFrontKey, resolveCredentials } from './credentials';
import { resolveImage } from './image';
import type { RegistryModel } from './model';
import { resolveProvision } from './provision';
import { resolvePruner } from './pruner';
import { registryParts, resolveRegistry } from './registry';
import { resolveCertificates, resolveRouteSecrets } from './route-secrets';
import { type ConfigScope, configScope, ownsImage } from './scope';
import { resolveStorage } from './storage';
import type { StorageModel } from './storage-model';
import { resolveTakeover } from './takeover';
import { resolveImageStreams, resolvePullSecret, resolvePullSecrets } from './third-party';

/** Decides everything the configuration left open. */
export function resolve(cluster: Cluster, inputs: Inputs = NO_INPUTS): RegistryModel {
  const context = contextOf(cluster, inputs);
  const scope = configScope(cluster);
  const ours = scope === 'whole';
  const storage = storageWithin(scope, context);
  const registry = ours ? resolveRegistry(storage, context) : registryParts(scope, storage, context);
  const bucketKeys = resolveBucketKeys(storage, context);
  return {
    checkedAt: inputs.now,
    name: cluster.name,
    platform: cluster.platform,
    openshift: context.openshift,
    environment: cluster.environment ?? 'production',
    topology: context.topology,
    swiftAuth: context.swiftAuth,
    config: cluster,
    metadata: cluster.metadata ?? NO_METADATA,
    ingressDomain: context.ingressDomain,
    registry,
    storage,
    credentials: ours ? resolveCredentials(storage, context) : undefined,
    bucketKeys,
    takeover: resolveTakeover({ registry, storage, bucketKeys }, context),
    cloudFrontKey: ours ? resolveCloudFrontKey(storage, context) : undefined,
    routeSecrets: ours ? resolveRouteSecrets(context) : [],
    certificates: ours ? resolveCertificates(context) : [],
    pullSecrets: resolvePullSecrets(context),
    pullSecret: resolvePullSecret(context),
    imageStreams: resolveImageStreams(context),
    pruner: resolvePruner(context),
    access: resolveAccess(context),
    image: ownsImage(cluster) ? resolveImage(context) : undefined,
    provision: ours ? resolveProvision(context) : undefined,
  };
}

/** One object for all that have none: equal parts of clusters are known by being the same object. */
const NO_METADATA: Metadata = {};

/** Where others run the registry, only settings of the storage that the operator makes can be ours. */
function storageWithin(scope: ConfigScope, context: ResolveContext): StorageModel | undefined {
  if (scope === 'none') return undefined;
  const storage = resolveStorage(context);
  return scope === 'whole' || storage?.operatorMade ? storage : undefined;
}
