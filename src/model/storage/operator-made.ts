/** Storage that the operator makes, with settings of ours: `managementState: Managed`, and no name. */

import { isPlainMap } from '../../config/plain-map';
import { isOtherStore } from '../../facts/aws-regions';
import { BACKENDS, type BackendName, identityField } from '../../facts/backends';
import { bootstrapBackends } from '../../facts/platforms';
import type { ResolveContext } from '../context';

/**
 * Whether the storage is the one that the operator makes on this platform, and only settings of it are stated. A name
 * that was forgotten is no such thing: `Managed` must be set.
 */
export function isOperatorMade(
  backend: BackendName,
  config: unknown,
  { cluster, openshift }: Pick<ResolveContext, 'cluster' | 'openshift'>,
): boolean {
  const { shared, settable } = BACKENDS[backend];
  const managed = cluster.storage?.managementState === 'Managed';
  if (!settable || !managed || shared === 'never' || !isPlainMap(config)) return false;
  const names = shared.named.flatMap(part => identityField(backend, part) ?? []);
  const named = [...names, 'provision'].some(key => config[key] !== undefined);
  return !named && bootstrapBackends(cluster.platform, openshift).includes(backend) && !isOtherStore(config);
}
