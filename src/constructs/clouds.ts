/** Clouds: the operator can create the storage there. */

import type { Construct } from 'constructs';
import { PlatformImageRegistry } from './platform-image-registry';
import type { ImageRegistryOptions, OperatorAccount, OperatorBucket, PortableBackend, StorageOf } from './props';

/** Properties of `AwsImageRegistry`. */
export interface AwsImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator creates and manages
   */
  readonly storage?: StorageOf<PortableBackend> | OperatorBucket;
}

/**
 * The registry of a cluster on AWS: a bucket of your own, or the one that the operator creates.
 *
 * @example
 * const registry = new AwsImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { s3: { bucket: 'acme-registry-prod', region: 'eu-west-1' } },
 *   credentials: { externalSecret: { store: { kind: 'ClusterSecretStore', name: 'vault' }, key: 'registry/prod' } },
 * });
 * registry.config.addJsonPatch(JsonPatch.add('/spec/logLevel', 'Debug'));
 */
export class AwsImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: AwsImageRegistryProps) {
    super(scope, id, { ...props, platform: 'aws' });
  }
}

/** Properties of `GcpImageRegistry`. */
export interface GcpImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator creates and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'gcs'>;
}

/**
 * The registry of a cluster on Google Cloud: a bucket of your own, or the one that the operator creates.
 *
 * @example
 * new GcpImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { gcs: { bucket: 'acme-registry-prod', region: 'europe-west1', projectID: 'acme-prod' } },
 * });
 */
export class GcpImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: GcpImageRegistryProps) {
    super(scope, id, { ...props, platform: 'gcp' });
  }
}

/** Properties of `AzureImageRegistry`. */
export interface AzureImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - an account and container that the operator creates and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'azure'> | OperatorAccount;
}

/**
 * The registry of a cluster on Azure; `storage.azure.cloudName` chooses Azure Government or China.
 *
 * @example
 * new AzureImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { azure: { accountName: 'acmeregistry', container: 'registry', cloudName: 'AzureUSGovernmentCloud' } },
 *   credentials: { existingSecret: {} },
 * });
 */
export class AzureImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: AzureImageRegistryProps) {
    super(scope, id, { ...props, platform: 'azure' });
  }
}

/** Properties of `OpenStackImageRegistry`. */
export interface OpenStackImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - what the installer chose; `bootstrapStorage` must say which
   */
  readonly storage?: StorageOf<PortableBackend | 'swift'>;
}

/**
 * The registry of a cluster on OpenStack: a Swift container, or a Cinder volume through `storage.pvc`.
 *
 * @example
 * new OpenStackImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { swift: { container: 'registry' } },
 * });
 */
export class OpenStackImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: OpenStackImageRegistryProps) {
    super(scope, id, { ...props, platform: 'openstack' });
  }
}

/** Properties of `IbmCloudImageRegistry`. */
export interface IbmCloudImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator creates and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'ibmcos'>;
}

/**
 * The registry of a cluster on IBM Cloud, from OpenShift 4.9.
 *
 * @example
 * new IbmCloudImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { ibmcos: { bucket: 'acme-registry-prod' } },
 * });
 */
export class IbmCloudImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: IbmCloudImageRegistryProps) {
    super(scope, id, { ...props, platform: 'ibmcloud' });
  }
}

/** Properties of `PowerVsImageRegistry`. */
export interface PowerVsImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator creates and manages
   */
  readonly storage?: StorageOf<PortableBackend | 'ibmcos'>;
}

/**
 * The registry of a cluster on IBM Power Virtual Server.
 *
 * @example
 * new PowerVsImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { ibmcos: { bucket: 'acme-registry-prod' } },
 * });
 */
export class PowerVsImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: PowerVsImageRegistryProps) {
    super(scope, id, { ...props, platform: 'powervs' });
  }
}

/** Properties of `AlibabaCloudImageRegistry`. */
export interface AlibabaCloudImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a bucket that the operator creates and manages, up to OpenShift 4.16
   */
  readonly storage?: StorageOf<PortableBackend | 'oss'>;
}

/**
 * The registry of a cluster on Alibaba Cloud; the operator's own storage exists on OpenShift 4.10 to 4.16.
 *
 * @example
 * new AlibabaCloudImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { oss: { bucket: 'acme-registry-prod', region: 'eu-central-1' } },
 * });
 */
export class AlibabaCloudImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: AlibabaCloudImageRegistryProps) {
    super(scope, id, { ...props, platform: 'alibabacloud' });
  }
}
