/** Any other manual installation: platform none. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `PlatformNoneImageRegistry`. */
export interface PlatformNoneImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   */
  readonly storage: StorageOf<PortableBackend>;
}

/** The registry of a cluster installed by hand on other machines; without storage there is none. */
export class PlatformNoneImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: PlatformNoneImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'none' });
  }
}
