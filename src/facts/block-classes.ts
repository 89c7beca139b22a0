/** Drivers and StorageClasses whose volumes, as file systems, only one node can mount at a time. */

import type { PlatformName } from '../config/shape/cluster';

/**
 * Drivers of block devices: a ReadWriteMany file system is refused, or the claim stays Pending.
 *
 * @see https://docs.openshift.com/container-platform/4.14/storage/understanding-persistent-storage.html "Access modes"
 */
const BLOCK_DRIVERS: readonly RegExp[] = [
  /^(ebs\.csi\.aws\.com|kubernetes\.io\/aws-ebs)$/,
  /^(disk\.csi\.azure\.com|kubernetes\.io\/azure-disk)$/,
  /^(pd\.csi\.storage\.gke\.io|kubernetes\.io\/gce-pd)$/,
  /^(cinder\.csi\.openstack\.org|kubernetes\.io\/cinder)$/,
  /^(.+\.)?rbd\.csi\.ceph\.com$/,
  /^vpc\.block\.csi\.ibm\.io$/,
  /^ibm\.io\/ibmc-block$/,
  /^powervs\.csi\.ibm\.com$/,
  /^diskplugin\.csi\.alibabacloud\.com$/,
  /^topolvm\.(io|cybozu\.com)$/,
  /^kubernetes\.io\/vsphere-volume$/,
  /^csi\.ovirt\.org$/,
];

/** Drivers of folders on a node: shared by all pods of that node, and by no other. */
const NODE_DRIVERS: readonly RegExp[] = [/^kubevirt\.io[./]hostpath-provisioner$/, /^hostpath\.csi\.k8s\.io$/];

/** Classes by name, and how much the name tells. */
interface BlockClass {
  readonly name: RegExp;
  /** Where OpenShift or Data Foundation creates the class by itself: there the name tells the driver. */
  readonly madeOn: 'any' | readonly PlatformName[];
  /**
   * Platforms on which the name is known.
   *
   * @default - every platform
   */
  readonly knownOn?: readonly PlatformName[];
}

const AWS: readonly PlatformName[] = ['aws', 'rosa'];

/**
 * @see openshift/csi-operator and the driver operators of each platform, assets/storageclass*.yaml
 * @see red-hat-storage/ocs-operator controllers/storagecluster/storageclasses.go
 * @see openshift/lvm-operator, StorageClass of a device class
 */
const BLOCK_CLASSES: readonly BlockClass[] = [
  { name: /^gp2$/, madeOn: AWS },
  { name: /^gp[23]-csi$/, madeOn: AWS },
  { name: /^managed-(csi|premium)$/, madeOn: ['azure'] },
  { name: /^standard-csi$/, madeOn: ['gcp', 'openstack'] },
  { name: /^ssd-csi$/, madeOn: ['gcp'] },
  { name: /^thin$/, madeOn: ['vsphere'] },
  { name: /^ibmc-vpc-block-.+$/, madeOn: ['ibmcloud'] },
  { name: /^.+-ceph-rbd(-.+)?$/, madeOn: 'any' },
  { name: /^lvms-.+$/, madeOn: 'any' },
  // The driver of thin-csi makes file shares too, where vSAN has them.
  { name: /^thin-csi$/, madeOn: [] },
  { name: /^gp3$/, madeOn: [] },
  { name: /^standard$/, madeOn: [], knownOn: ['gcp', 'openstack'] },
  { name: /^standard-rwo$/, madeOn: [] },
  { name: /^nutanix-volume$/, madeOn: [] },
  { name: /^rook-ceph-block$/, madeOn: [] },
  { name: /^topolvm-provisioner$/, madeOn: [] },
  { name: /^ovirt-csi-sc$/, madeOn: [] },
  { name: /^ibmc-block-.+$/, madeOn: [] },
  { name: /^ibm-powervs-tier\d$/, madeOn: [] },
  { name: /^odf-lvm-.+$/, madeOn: [] },
  { name: /^localblock(-.+)?$/, madeOn: [] },
  { name: /^(.+-)?host-?path(-.+)?$/, madeOn: [] },
  { name: /^alicloud-disk(-.+)?$/, madeOn: [] },
];

/** How sure it is that only one node can mount a file system of a class; undefined where nothing is known. */
export type OneNode = 'certain' | 'likely' | undefined;

/** What the driver of a class tells; folders of a node do for pods that all run there. */
export function oneNodeByDriver(provisioner: string): OneNode {
  if (BLOCK_DRIVERS.some(one => one.test(provisioner))) return 'certain';
  return NODE_DRIVERS.some(one => one.test(provisioner)) ? 'likely' : undefined;
}

/** What the name of a class tells: `certain` where OpenShift creates a class of that name on the platform by itself. */
export function oneNodeByClass(name: string, platform: PlatformName): OneNode {
  const known = BLOCK_CLASSES.find(one => one.name.test(name) && one.knownOn?.includes(platform) !== false);
  if (known === undefined) return undefined;
  return known.madeOn === 'any' || known.madeOn.includes(platform) ? 'certain' : 'likely';
}
