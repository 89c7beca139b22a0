/** `storage.pvc`: a claim, and the class and volume behind it. */

import type { Integer, Metadata, NodeSelector, Quantity } from './kubernetes';

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

/** An NFS export. */
export interface NfsVolume {
  /** Host of the server. */
  readonly server: string;
  /** Exported path. */
  readonly path: string;
}

/** A disk or folder of one node. */
export interface LocalVolume {
  /** Path on the node. */
  readonly path: string;
  /**
   * File system, for a device.
   *
   * @default - found out at the mount
   */
  readonly fsType?: string;
}

/** Reference to a Secret of a CSI driver. */
export interface SecretReference {
  /** Name of the Secret. */
  readonly name: string;
  /** Namespace of the Secret. */
  readonly namespace: string;
}

/** A volume of a CSI driver. */
export interface CsiVolume {
  /** Name of the driver. */
  readonly driver: string;
  /** The driver's own name of the volume. */
  readonly volumeHandle: string;
  /**
   * File system.
   *
   * @default - the driver's
   */
  readonly fsType?: string;
  /**
   * What the driver must know of the volume.
   *
   * @default - none
   */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /**
   * Secret for mounting on a node.
   *
   * @default - none
   */
  readonly nodeStageSecretRef?: SecretReference;
  /**
   * Secret for publishing on a node.
   *
   * @default - none
   */
  readonly nodePublishSecretRef?: SecretReference;
  /**
   * Secret for attaching to a node.
   *
   * @default - none
   */
  readonly controllerPublishSecretRef?: SecretReference;
}

/** A LUN over iSCSI. */
export interface IscsiVolume {
  /** Host and port of the portal. */
  readonly targetPortal: string;
  /** Qualified name of the target. */
  readonly iqn: string;
  /** Number of the LUN. */
  readonly lun: Integer;
  /**
   * File system.
   *
   * @default - found out at the mount
   */
  readonly fsType?: string;
  /**
   * More portals.
   *
   * @default - none
   */
  readonly portals?: readonly string[];
}

/** A LUN over Fibre Channel. */
export interface FcVolume {
  /** World wide names of the targets. */
  readonly targetWWNs: readonly string[];
  /** Number of the LUN. */
  readonly lun: Integer;
  /**
   * File system.
   *
   * @default - found out at the mount
   */
  readonly fsType?: string;
}

/** Nodes from which a volume can be reached. */
export interface VolumeNodeAffinity {
  /** The nodes. */
  readonly required: NodeSelector;
}

/** A static PersistentVolume, bound to the claim by name: exactly one source. */
export interface Volume {
  /**
   * Name of the PersistentVolume.
   *
   * @default - the claim's name
   */
  readonly name?: string;
  /**
   * An NFS export.
   *
   * @default - another source is given
   */
  readonly nfs?: NfsVolume;
  /**
   * A disk or folder of one node; needs nodeAffinity.
   *
   * @default - another source is given
   */
  readonly local?: LocalVolume;
  /**
   * A volume of a CSI driver.
   *
   * @default - another source is given
   */
  readonly csi?: CsiVolume;
  /**
   * A LUN over iSCSI.
   *
   * @default - another source is given
   */
  readonly iscsi?: IscsiVolume;
  /**
   * A LUN over Fibre Channel.
   *
   * @default - another source is given
   */
  readonly fc?: FcVolume;
  /**
   * Nodes from which the volume can be reached.
   *
   * @default - every node
   */
  readonly nodeAffinity?: VolumeNodeAffinity;
  /**
   * Mount options.
   *
   * @default - none
   */
  readonly mountOptions?: readonly string[];
  /**
   * What happens to the volume when the claim is deleted.
   *
   * @default Retain
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
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
