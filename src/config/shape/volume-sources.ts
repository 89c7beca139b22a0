/** What a static PersistentVolume can be: NFS, a local disk, CSI, iSCSI or Fibre Channel. */

import type { Integer } from './kubernetes';

/**
 * An NFS export.
 *
 * @example {server: nfs.example.com, path: /exports/registry}
 */
export interface NfsVolume {
  /**
   * Host of the server.
   *
   * @example nfs.example.com
   */
  readonly server: string;
  /**
   * Exported path.
   *
   * @example /exports/registry
   */
  readonly path: string;
  /**
   * Mounts the export read-only. The registry must write.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * A disk or folder of one node. It needs `nodeAffinity` beside it.
 *
 * @example {path: /mnt/registry}
 * @beside {platform: baremetal, storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: "", volume: {nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [worker-1]}]}]}}}}}}
 */
export interface LocalVolume {
  /**
   * Path on the node.
   *
   * @example /mnt/registry
   */
  readonly path: string;
  /**
   * File system of a device.
   *
   * @default - detected when it is mounted
   * @example xfs
   */
  readonly fsType?: string;
}

/**
 * Reference to a Secret.
 *
 * @example {name: storage-login, namespace: openshift-image-registry}
 */
export interface SecretReference {
  /**
   * Name of the Secret.
   *
   * @example storage-login
   */
  readonly name: string;
  /**
   * Namespace of the Secret.
   *
   * @example openshift-image-registry
   */
  readonly namespace: string;
}

/**
 * A volume of a CSI driver.
 *
 * @example {driver: nfs.csi.k8s.io, volumeHandle: nfs.example.com#registry, volumeAttributes: {server: nfs.example.com, share: /registry}}
 */
export interface CsiVolume {
  /**
   * Name of the driver.
   *
   * @example nfs.csi.k8s.io
   */
  readonly driver: string;
  /**
   * Name of the volume, as the driver knows it.
   *
   * @example nfs.example.com#registry
   */
  readonly volumeHandle: string;
  /**
   * File system.
   *
   * @default - that of the driver
   * @example xfs
   */
  readonly fsType?: string;
  /**
   * Publishes the volume read-only. The registry must write.
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
   * Attributes of the volume, as the driver knows them.
   *
   * @default - none
   * @example {server: nfs.example.com, share: /registry}
   */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /**
   * Secret for staging on a node.
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

/**
 * A LUN over iSCSI.
 *
 * @example {targetPortal: "192.0.2.10:3260", iqn: "iqn.2001-04.com.example:storage.registry", lun: 0, fsType: xfs}
 * @beside {platform: baremetal, storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: ""}}}
 */
export interface IscsiVolume {
  /**
   * Host and port of the portal.
   *
   * @example 192.0.2.10:3260
   */
  readonly targetPortal: string;
  /**
   * Qualified name of the target.
   *
   * @example iqn.2001-04.com.example:storage.registry
   */
  readonly iqn: string;
  /**
   * Number of the LUN.
   *
   * @example 0
   * @minimum 0
   * @maximum 255
   */
  readonly lun: Integer;
  /**
   * File system.
   *
   * @default - detected when it is mounted
   * @example xfs
   */
  readonly fsType?: string;
  /**
   * More portals.
   *
   * @default - none
   * @example ["192.0.2.11:3260"]
   */
  readonly portals?: readonly string[];
  /**
   * Interface to use.
   *
   * @default default
   */
  readonly iscsiInterface?: string;
  /**
   * Name of the initiator.
   *
   * @default - that of the node
   * @example iqn.2001-04.com.example:node1
   */
  readonly initiatorName?: string;
  /**
   * Logs in with CHAP to discover targets.
   *
   * @default false
   */
  readonly chapAuthDiscovery?: boolean;
  /**
   * Logs in with CHAP for the session.
   *
   * @default false
   */
  readonly chapAuthSession?: boolean;
  /**
   * Secret with the CHAP logins.
   *
   * @default - none
   */
  readonly secretRef?: SecretReference;
}

/**
 * A LUN over Fibre Channel.
 *
 * @example {targetWWNs: ["500a0982991b8dc5"], lun: 2, fsType: xfs}
 * @beside {platform: baremetal, storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: ""}}}
 */
export interface FcVolume {
  /**
   * World wide names of the targets.
   *
   * @example ["500a0982991b8dc5"]
   */
  readonly targetWWNs: readonly string[];
  /**
   * Number of the LUN.
   *
   * @example 2
   * @minimum 0
   * @maximum 255
   */
  readonly lun: Integer;
  /**
   * File system.
   *
   * @default - detected when it is mounted
   * @example xfs
   */
  readonly fsType?: string;
}
