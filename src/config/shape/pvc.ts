/** `storage.pvc`: a claim, and the class and volume behind it. */

import type { Metadata, Quantity } from './kubernetes';
import type { Volume } from './volume';

/** How many nodes may mount a volume, and how. */
export type AccessMode = 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteOncePod';

/** A StorageClass to be made. */
export interface StorageClassSpec {
  /** Name of the class. */
  readonly name: string;
  /** Driver, for example cinder.csi.openstack.org. */
  readonly provisioner: string;
  /**
   * Settings of the driver; cannot be changed later.
   *
   * @default - none
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * What happens to the volume, and the images on it, when the claim is deleted.
   *
   * @default Retain
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /**
   * When a volume is made.
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
   */
  readonly mountOptions?: readonly string[];
}

/** A persistent volume claim in openshift-image-registry. */
export interface PvcStorage {
  /**
   * Name of the claim.
   *
   * @default image-registry-storage
   */
  readonly claim?: string;
  /**
   * Someone else makes the claim; its access modes must still be said.
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
  /** Access modes; with ReadWriteOnce the registry has one replica and is down while it is replaced. */
  readonly accessModes: readonly AccessMode[];
  /**
   * Name of a StorageClass that exists; the empty string asks for a volume without class.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
  /**
   * A StorageClass to be made.
   *
   * @default - none
   */
  readonly storageClass?: StorageClassSpec;
  /**
   * A static PersistentVolume.
   *
   * @default - the class makes one
   */
  readonly volume?: Volume;
  /**
   * The registry needs a file system.
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

/** A shared file volume of OpenShift Data Foundation. */
export interface CephfsStorage extends Omit<PvcStorage, 'accessModes'> {
  /**
   * Access modes.
   *
   * @default - ReadWriteMany
   */
  readonly accessModes?: readonly AccessMode[];
}
