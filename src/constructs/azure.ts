/** Microsoft Azure, Azure Government and Azure China included. */

import { Construct } from 'constructs';
import { ImageRegistry, type ImageRegistryOptions, type PortableBackend, type StorageOf } from './image-registry';

/** Properties of `AzureImageRegistry`. */
export interface AzureImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - an account and container that the operator makes and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'azure'>;
}

/** The registry of a cluster on Azure; `storage.azure.cloudName` chooses Azure Government or China. */
export class AzureImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, props: AzureImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, platform: 'azure' });
  }
}
