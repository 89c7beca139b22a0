/** A merged configuration to a model: derived values are filled in here, once, and nowhere else. Never throws. */

import { type Inputs, NO_INPUTS } from '../config/inputs';
import type { Cluster } from '../config/shape/cluster';
import { contextOf } from './context';
import { resolveCredentials } from './credentials';
import type { RegistryModel } from './model';
import { resolvePruner } from './pruner';
import { resolveRegistry } from './registry';
import { resolveStorage } from './storage';

/** Platforms whose registry others run: no Config of ours. */
const MANAGED_BY_OTHERS: readonly Cluster['platform'][] = ['rosa'];

/** Decides everything the configuration left open. */
export function resolve(cluster: Cluster, inputs: Inputs = NO_INPUTS): RegistryModel {
  const context = contextOf(cluster, inputs);
  const ours = !MANAGED_BY_OTHERS.includes(cluster.platform);
  const storage = ours ? resolveStorage(context) : undefined;
  return {
    name: cluster.name,
    platform: cluster.platform,
    openshift: context.openshift,
    config: cluster,
    metadata: cluster.metadata ?? {},
    ingressDomain: context.ingressDomain,
    registry: ours ? resolveRegistry(storage, context) : undefined,
    storage,
    credentials: ours ? resolveCredentials(storage, context) : undefined,
    pruner: resolvePruner(context),
  };
}
