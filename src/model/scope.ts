/** How much of the registry's Config is ours to state. */

import type { Cluster } from '../config/shape/cluster';

/**
 * `whole`: the Config is ours. `parts`: someone else runs the registry, and a few fields may be ours beside theirs.
 * `none`: the Config belongs to someone else.
 */
export type ConfigScope = 'whole' | 'parts' | 'none';

/** The scope that the cluster's configuration leaves us. */
export function configScope({
  platform,
  hosted,
  registry,
}: Pick<Cluster, 'platform' | 'hosted' | 'registry'>): ConfigScope {
  if (registry?.own === false) return 'none';
  if (platform !== 'rosa') return 'whole';
  return hosted === true ? 'none' : 'parts';
}

/** Whether the Image of the cluster, and its pull secret, may be ours. */
export const ownsImage = ({ platform, hosted }: Pick<Cluster, 'platform' | 'hosted'>): boolean =>
  platform !== 'rosa' || hosted !== true;
