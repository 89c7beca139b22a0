/** Nutanix. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `NutanixImageRegistry`. */
export interface NutanixImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   */
  readonly storage: StorageOf<PortableBackend>;
}

/** The registry of a cluster on Nutanix; without storage there is none. */
export class NutanixImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: NutanixImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'nutanix' });
  }
}
