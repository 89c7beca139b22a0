/** Amazon Web Services. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `AwsImageRegistry`. */
export interface AwsImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator makes and manages
   */
  readonly storage?: StorageOf<PortableBackend>;
}

/** The registry of a cluster on AWS: a bucket of one's own, or the operator's. */
export class AwsImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: AwsImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'aws' });
  }
}
