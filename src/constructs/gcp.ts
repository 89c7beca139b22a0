/** Google Cloud. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `GcpImageRegistry`. */
export interface GcpImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator makes and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'gcs'>;
}

/** The registry of a cluster on Google Cloud: a bucket of one's own, or the operator's. */
export class GcpImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: GcpImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'gcp' });
  }
}
