/** Drivers and StorageClasses whose volumes, as file systems, only one node can mount at a time. */

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
  /^powervs\.csi\.ibm\.com$/,
  /^diskplugin\.csi\.alibabacloud\.com$/,
  /^topolvm\.(io|cybozu\.com)$/,
  /^kubernetes\.io\/vsphere-volume$/,
];

/** Classes that OpenShift and Data Foundation make for such drivers. */
const BLOCK_CLASSES: readonly RegExp[] = [
  /^gp[23](-csi)?$/,
  /^managed-(csi|premium)$/,
  /^(standard|ssd)-csi$/,
  /^standard-rwo$/,
  /^thin(-csi)?$/,
  /^ibmc-vpc-block-.+$/,
  /^lvms-.+$/,
  /^alicloud-disk(-.+)?$/,
  /^.+-ceph-rbd(-.+)?$/,
];

/** Whether the driver gives block devices. */
export const isBlockDriver = (provisioner: string): boolean => BLOCK_DRIVERS.some(one => one.test(provisioner));

/** Whether a class of that name gives block devices, where nobody has made another one of the name. */
export const isBlockClass = (name: string): boolean => BLOCK_CLASSES.some(one => one.test(name));
