/** Bare metal. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `BareMetalImageRegistry`. */
export interface BareMetalImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   */
  readonly storage: StorageOf<PortableBackend>;
}

/** The registry of a cluster on bare metal; without storage there is none. */
export class BareMetalImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: BareMetalImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'baremetal' });
  }
}
