/** Alibaba Cloud; its own storage exists on OpenShift 4.10 to 4.16. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `AlibabaCloudImageRegistry`. */
export interface AlibabaCloudImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator makes and manages, up to OpenShift 4.16
   */
  readonly storage?: StorageOf<PortableBackend | 'oss'>;
}

/** The registry of a cluster on Alibaba Cloud. */
export class AlibabaCloudImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: AlibabaCloudImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'alibabacloud' });
  }
}
