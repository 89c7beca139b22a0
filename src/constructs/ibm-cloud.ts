/** IBM Cloud, from OpenShift 4.9. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `IbmCloudImageRegistry`. */
export interface IbmCloudImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator makes and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'ibmcos'>;
}

/** The registry of a cluster on IBM Cloud. */
export class IbmCloudImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: IbmCloudImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'ibmcloud' });
  }
}
