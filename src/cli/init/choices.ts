/** The choices of `init`, by name; help and completion read this file alone. */

import type { PlatformName } from '../../config/shape/cluster';
import type { Odf } from '../../config/shape/odf';
import type { Storage } from '../../config/shape/storage';

/** Platforms of the first cluster. */
export const PLATFORM_CHOICES = [
  'aws',
  'gcp',
  'azure',
  'openstack',
  'ibmcloud',
  'powervs',
  'alibabacloud',
  'ovirt',
  'baremetal',
  'vsphere',
  'nutanix',
  'kubevirt',
  'external',
  'none',
  'rosa',
] as const satisfies readonly PlatformName[];

/** The keys below `storage`. */
export type StorageChoice = Exclude<keyof Storage, 'managementState' | 'odf'> | `odf.${keyof Odf}`;

/** Storage of the first cluster. */
export const STORAGE_CHOICES = [
  's3',
  'gcs',
  'azure',
  'swift',
  'ibmcos',
  'oss',
  'pvc',
  'emptyDir',
  'odf.rgw',
  'odf.noobaa',
  'odf.cephfs',
] as const satisfies readonly StorageChoice[];

/** Where the checks run. */
export const PIPELINE_CHOICES = ['github', 'gitlab', 'tekton'] as const;

/** Where the checks run. */
export type Pipeline = (typeof PIPELINE_CHOICES)[number];
