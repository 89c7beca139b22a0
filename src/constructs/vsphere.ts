/** VMware vSphere. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `VSphereImageRegistry`. */
export interface VSphereImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   */
  readonly storage: StorageOf<PortableBackend>;
}

/** The registry of a cluster on vSphere; without storage there is none. */
export class VSphereImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: VSphereImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'vsphere' });
  }
}
