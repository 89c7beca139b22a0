/** `storage.pvc`: a claim, and the class and volume behind it. */

import type { Metadata, Quantity } from './kubernetes';
import type { Volume } from './volume';

/** How many nodes may mount a volume, and how. */
export type AccessMode = 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteOncePod';

/**
 * A StorageClass that is created.
 *
 * @example {name: registry-nfs, provisioner: nfs.csi.k8s.io, parameters: {server: nfs.example.com, share: /registry}}
 */
export interface StorageClassSpec {
  /**
   * Name of the class.
   *
   * @example registry-nfs
   */
  readonly name: string;
  /**
   * Driver.
   *
   * @example nfs.csi.k8s.io
   */
  readonly provisioner: string;
  /**
   * Parameters of the driver. They cannot be changed later.
   *
   * @default - none
   * @example {server: nfs.example.com, share: /registry}
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * What happens to the volume, and the images on it, when the claim is deleted.
   *
   * @default Retain
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /**
   * When a volume is created.
   *
   * @default WaitForFirstConsumer
   */
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  /**
   * Whether claims of the class can grow.
   *
   * @default true
   */
  readonly allowVolumeExpansion?: boolean;
  /**
   * Mount options of its volumes.
   *
   * @default - none
   * @example [nfsvers=4.1]
   */
  readonly mountOptions?: readonly string[];
}

/**
 * A persistent volume claim in openshift-image-registry.
 *
 * @example {accessModes: [ReadWriteMany], storageClassName: nfs-csi, size: 200Gi}
 * @beside {platform: baremetal}
 */
export interface PvcStorage {
  /**
   * Name of the claim.
   *
   * @default image-registry-storage
   */
  readonly claim?: string;
  /**
   * The claim already exists, and is not emitted. Set its access modes all the same.
   *
   * @default false
   */
  readonly existing?: boolean;
  /**
   * Size of the volume.
   *
   * @default 100Gi
   */
  readonly size?: Quantity;
  /**
   * Access modes. With ReadWriteOnce the registry has one replica, and is down while that is replaced.
   *
   * @example [ReadWriteMany]
   */
  readonly accessModes: readonly AccessMode[];
  /**
   * Name of a StorageClass that already exists; the empty string asks for a volume without a class.
   *
   * @atMostOne class
   * @default - the cluster's default class
   * @example nfs-csi
   */
  readonly storageClassName?: string;
  /**
   * A StorageClass that is created.
   *
   * @atMostOne class
   */
  readonly storageClass?: StorageClassSpec;
  /**
   * A static PersistentVolume that is created.
   *
   * @default - the class provides one
   */
  readonly volume?: Volume;
  /**
   * Mode of the volume. The registry needs a file system.
   *
   * @default Filesystem
   */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /**
   * More labels and annotations of the claim.
   *
   * @default - none
   */
  readonly metadata?: Metadata;
}

/**
 * A shared file volume of OpenShift Data Foundation.
 *
 * @example {size: 200Gi}
 * @beside {platform: baremetal}
 */
export interface CephfsStorage extends Omit<PvcStorage, 'accessModes'> {
  /**
   * Access modes.
   *
   * @default ["ReadWriteMany"]
   */
  readonly accessModes?: readonly AccessMode[];
}
