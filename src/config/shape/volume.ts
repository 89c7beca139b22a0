/** `storage.pvc.volume`: a static PersistentVolume. */

import type { NodeSelector } from './affinity';
import type { Integer } from './kubernetes';

/** An NFS export. */
export interface NfsVolume {
  /** Host of the server. */
  readonly server: string;
  /** Exported path. */
  readonly path: string;
  /**
   * Mounts it for reading only; the registry must write.
   *
   * @default false
   */
  readonly readOnly?: boolean;
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
   * Publishes it for reading only; the registry must write.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Secret for growing the volume from the control plane.
   *
   * @default - none
   */
  readonly controllerExpandSecretRef?: SecretReference;
  /**
   * Secret for growing the volume on a node.
   *
   * @default - none
   */
  readonly nodeExpandSecretRef?: SecretReference;
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
  /**
   * Number of the LUN.
   *
   * @minimum 0
   * @maximum 255
   */
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
  /**
   * Interface to use.
   *
   * @default - default, TCP
   */
  readonly iscsiInterface?: string;
  /**
   * Name of the initiator.
   *
   * @default - the node's
   */
  readonly initiatorName?: string;
  /**
   * Logs in for finding targets.
   *
   * @default false
   */
  readonly chapAuthDiscovery?: boolean;
  /**
   * Logs in for the session.
   *
   * @default false
   */
  readonly chapAuthSession?: boolean;
  /**
   * Secret with the logins.
   *
   * @default - none
   */
  readonly secretRef?: SecretReference;
}

/** A LUN over Fibre Channel. */
export interface FcVolume {
  /** World wide names of the targets. */
  readonly targetWWNs: readonly string[];
  /**
   * Number of the LUN.
   *
   * @minimum 0
   * @maximum 255
   */
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
