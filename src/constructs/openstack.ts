/** Red Hat OpenStack Platform. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `OpenStackImageRegistry`. */
export interface OpenStackImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - what the installer chose; `bootstrapStorage` must say which
   */
  readonly storage?: StorageOf<PortableBackend | 'swift'>;
}

/** The registry of a cluster on OpenStack: a Swift container, or a Cinder volume through `storage.pvc`. */
export class OpenStackImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: OpenStackImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'openstack' });
  }
}
