/** Red Hat OpenShift Service on AWS: others run the registry there. */

import type { Construct } from 'constructs';
import { ImageRegistry } from './image-registry';
import type { ImageRegistryOptions } from './props';

/** Settings that belong to those who run the registry. */
type TheirSettings = 'registry' | 'credentials' | 'routes' | 'image' | 'pullSecret' | 'takeOver' | 'bootstrapStorage';

/** Properties of `RosaImageRegistry`: the pruner, access and other registries. */
export interface RosaImageRegistryProps extends Omit<ImageRegistryOptions, TheirSettings> {}

/**
 * What is yours of the registry of a ROSA cluster: the pruner, access to images, and other registries. There is no Config.
 *
 * @example
 * const registry = new RosaImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   pruner: { schedule: '0 2 * * *', keepTagRevisions: 5 },
 * });
 * registry.grantPull('shop', { group: 'developers' });
 */
export class RosaImageRegistry extends ImageRegistry {
  public constructor(scope: Construct, id: string, props: RosaImageRegistryProps) {
    super(scope, id, { ...props, platform: 'rosa' });
  }
}
