/** StorageClasses that operators of OpenShift make, and put back when someone changes them. */

import type { PlatformName } from '../config/shape/cluster';

/**
 * What the storage operator of a platform makes. `nutanix-volume` and its like are made by administrators.
 *
 * @see openshift/cluster-storage-operator assets/storageclasses; openshift/csi-operator assets/overlays
 */
const PLATFORM_CLASSES: { readonly [Name in PlatformName]?: readonly string[] } = {
  aws: ['gp2', 'gp2-csi', 'gp3', 'gp3-csi'],
  rosa: ['gp2', 'gp2-csi', 'gp3', 'gp3-csi'],
  gcp: ['standard', 'standard-csi', 'ssd-csi'],
  azure: ['managed-premium', 'managed-csi', 'azurefile-csi'],
  openstack: ['standard', 'standard-csi'],
  vsphere: ['thin', 'thin-csi'],
  ovirt: ['ovirt-csi-sc'],
};

/**
 * What OpenShift Data Foundation makes, on every platform.
 *
 * @see red-hat-storage/ocs-operator controllers/storagecluster/storageclasses.go
 */
const ODF_CLASSES: readonly string[] = [
  'ocs-storagecluster-ceph-nfs',
  'ocs-storagecluster-ceph-non-resilient-rbd',
  'ocs-storagecluster-ceph-rbd',
  'ocs-storagecluster-ceph-rbd-virtualization',
  'ocs-storagecluster-ceph-rgw',
  'ocs-storagecluster-cephfs',
  'openshift-storage.noobaa.io',
];

/** Whether an operator creates a class of that name on the platform. */
export const isOperatorClass = (name: string, platform: PlatformName): boolean =>
  PLATFORM_CLASSES[platform]?.includes(name) === true || ODF_CLASSES.includes(name);
