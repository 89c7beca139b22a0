/** Your own machines: on most of them the registry has no storage until you set it. */

import type { Construct } from 'constructs';
import { PlatformImageRegistry } from './platform-image-registry';
import type { ImageRegistryOptions, PortableBackend, StorageOf } from './props';

/** Properties of `BareMetalImageRegistry`. */
export interface BareMetalImageRegistryProps extends ImageRegistryOptions {
  /** Where images live: exactly one backend. */
  readonly storage: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster on bare metal; there is no registry without storage.
 *
 * @example
 * const registry = new BareMetalImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { pvc: { accessModes: ['ReadWriteOnce'], storageClassName: 'lvms-vg1' } },
 *   accept: [{ code: 'BLOCK_NOT_HA', reason: 'a test cluster with one node' }],
 * });
 * const claim = registry.claimName; // 'image-registry-storage'
 */
export class BareMetalImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: BareMetalImageRegistryProps) {
    super(scope, id, { ...props, platform: 'baremetal' });
  }
}

/** Properties of `VSphereImageRegistry`. */
export interface VSphereImageRegistryProps extends ImageRegistryOptions {
  /** Where images live: exactly one backend. */
  readonly storage: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster on vSphere; there is no registry without storage.
 *
 * @example
 * const registry = new VSphereImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'shared-files' } },
 * });
 * registry.claim?.metadata.addLabel('backup', 'daily');
 */
export class VSphereImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: VSphereImageRegistryProps) {
    super(scope, id, { ...props, platform: 'vsphere' });
  }
}

/** Properties of `NutanixImageRegistry`. */
export interface NutanixImageRegistryProps extends ImageRegistryOptions {
  /** Where images live: exactly one backend. */
  readonly storage: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster on Nutanix; there is no registry without storage.
 *
 * @example
 * const registry = new NutanixImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'shared-files' } },
 * });
 * registry.grantPush('shop', { serviceAccount: 'ci/builder' });
 */
export class NutanixImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: NutanixImageRegistryProps) {
    super(scope, id, { ...props, platform: 'nutanix' });
  }
}

/** Properties of `OvirtImageRegistry`. */
export interface OvirtImageRegistryProps extends ImageRegistryOptions {
  /**
   * Where images live: exactly one backend.
   *
   * @default - a claim that the operator creates
   */
  readonly storage?: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster on oVirt or Red Hat Virtualization.
 *
 * @example
 * const registry = new OvirtImageRegistry(chart, 'registry', {
 *   openshift: '4.13',
 *   storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'shared-files' } },
 * });
 * const hostname = registry.internalHostname; // 'image-registry.openshift-image-registry.svc:5000'
 */
export class OvirtImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: OvirtImageRegistryProps) {
    super(scope, id, { ...props, platform: 'ovirt' });
  }
}

/** Properties of `KubevirtImageRegistry`. */
export interface KubevirtImageRegistryProps extends ImageRegistryOptions {
  /** Where images live: exactly one backend. */
  readonly storage: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster on KubeVirt; there is no registry without storage.
 *
 * @example
 * const registry = new KubevirtImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'shared-files' } },
 * });
 * registry.config.addJsonPatch(JsonPatch.add('/spec/logLevel', 'Debug'));
 */
export class KubevirtImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: KubevirtImageRegistryProps) {
    super(scope, id, { ...props, platform: 'kubevirt' });
  }
}

/** Properties of `ExternalImageRegistry`. */
export interface ExternalImageRegistryProps extends ImageRegistryOptions {
  /** Where images live: exactly one backend. */
  readonly storage: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster on a platform that a partner integrates; there is no registry without storage.
 *
 * @example
 * new ExternalImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   storage: { s3: { bucket: 'acme-registry-prod', region: 'eu-west-1' } },
 *   credentials: { existingSecret: {} },
 * });
 */
export class ExternalImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: ExternalImageRegistryProps) {
    super(scope, id, { ...props, platform: 'external' });
  }
}

/** Properties of `PlatformNoneImageRegistry`. */
export interface PlatformNoneImageRegistryProps extends ImageRegistryOptions {
  /** Where images live: exactly one backend. */
  readonly storage: StorageOf<PortableBackend>;
}

/**
 * The registry of a cluster that was installed by hand on other machines; there is no registry without storage.
 *
 * @example
 * new PlatformNoneImageRegistry(chart, 'registry', {
 *   openshift: '4.14',
 *   environment: 'non-production',
 *   storage: { emptyDir: {} },
 * });
 */
export class PlatformNoneImageRegistry extends PlatformImageRegistry {
  public constructor(scope: Construct, id: string, props: PlatformNoneImageRegistryProps) {
    super(scope, id, { ...props, platform: 'none' });
  }
}
