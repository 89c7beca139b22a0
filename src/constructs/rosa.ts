/** Red Hat OpenShift Service on AWS: others run the registry there. */

import type { Construct } from 'constructs';
import type { Routes } from '../config/shape/routes';
import { ImageRegistry } from './image-registry';
import type { ImageRegistryOptions, OperatorBucket } from './props';

/** Settings that belong to those who run the registry. */
type TheirSettings = 'registry' | 'credentials' | 'routes' | 'image' | 'pullSecret' | 'takeOver' | 'bootstrapStorage';

/** Properties of `RosaImageRegistry`: the pruner, access and other registries; on the classic kind a little more. */
export interface RosaImageRegistryProps extends Omit<ImageRegistryOptions, TheirSettings> {
  /**
   * Whether Red Hat hosts the control plane; then neither routes nor storage can be set.
   *
   * @default false
   */
  readonly hosted?: boolean;
  /**
   * The default route.
   *
   * @default - not set
   */
  readonly routes?: Pick<Routes, 'default'>;
  /**
   * A KMS key for the operator's bucket.
   *
   * @default - the key of the store
   */
  readonly storage?: OperatorBucket & { readonly s3: Pick<OperatorBucket['s3'], 'encrypt' | 'keyID'> };
}

/**
 * What you may set for the registry of a ROSA cluster: the pruner, access to images, and other registries; on the classic
 * kind also the default route and a KMS key. Without either there is no Config.
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
