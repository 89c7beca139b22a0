/** OpenShift Data Foundation, on any platform that runs it. */

import type { Construct } from 'constructs';
import type { PlatformName } from '../config/shape/cluster';
import { PlatformImageRegistry } from './platform-image-registry';
import type { ImageRegistryOptions, OdfStorage } from './props';

/** Properties of `OdfImageRegistry`. */
export interface OdfImageRegistryProps extends ImageRegistryOptions {
  /** The infrastructure the cluster runs on; AWS, Google Cloud, Azure and IBM Cloud have no RADOS gateway. */
  readonly platform: Exclude<PlatformName, 'rosa'>;
  /** Ceph RADOS gateway, Multicloud Object Gateway or a shared file volume. */
  readonly odf: OdfStorage;
}

/**
 * The registry of a cluster whose images live in OpenShift Data Foundation.
 *
 * @example
 * const registry = new OdfImageRegistry(chart, 'registry', {
 *   platform: 'vsphere',
 *   openshift: '4.14',
 *   odf: { cephfs: { size: '500Gi' } },
 * });
 * registry.claim?.metadata.addLabel('backup', 'daily');
 */
export class OdfImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, { odf, ...props }: OdfImageRegistryProps) {
    super(scope, id, { ...props, storage: { odf } });
  }
}
