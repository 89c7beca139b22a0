/** `storage.pvc.volume`: a static PersistentVolume. */

import type { NodeSelector } from './selectors';
import type { CsiVolume, FcVolume, IscsiVolume, LocalVolume, NfsVolume } from './volume-sources';

/**
 * Nodes from which a volume can be reached.
 *
 * @example {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [worker-1]}]}]}}
 */
export interface VolumeNodeAffinity {
  /** The nodes. */
  readonly required: NodeSelector;
}

/**
 * A static PersistentVolume, bound to the claim by name: exactly one source.
 *
 * @example {nfs: {server: nfs.example.com, path: /exports/registry}}
 * @beside {platform: baremetal, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: ""}}}
 */
export interface Volume {
  /**
   * Name of the PersistentVolume.
   *
   * @default - the name of the claim
   * @example registry-nfs
   */
  readonly name?: string;
  /**
   * An NFS export.
   *
   * @oneOf source
   */
  readonly nfs?: NfsVolume;
  /**
   * A disk or folder of one node. It needs `nodeAffinity` beside it.
   *
   * @oneOf source
   */
  readonly local?: LocalVolume;
  /**
   * A volume of a CSI driver.
   *
   * @oneOf source
   */
  readonly csi?: CsiVolume;
  /**
   * A LUN over iSCSI.
   *
   * @oneOf source
   */
  readonly iscsi?: IscsiVolume;
  /**
   * A LUN over Fibre Channel.
   *
   * @oneOf source
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
   * @example [nfsvers=4.1]
   */
  readonly mountOptions?: readonly string[];
  /**
   * What happens to the volume, and the images on it, when the claim is deleted.
   *
   * @default Retain
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
}
