/** What the operator does on each platform when it starts, and whose credentials it finds there. */

import type { PlatformName } from '../config/shape/cluster';
import { type BackendName, isGone } from './backends';

/** Facts of one platform. */
export interface PlatformFacts {
  /** Name in people's words. */
  readonly title: string;
  /** Type in the cluster's Infrastructure object. */
  readonly infrastructure: string;
  /** Backends the operator may choose by itself; empty where it starts as Removed. */
  readonly bootstrap: readonly BackendName[];
  /** Backend for which the cluster's own cloud credentials serve. */
  readonly ownCredentials?: BackendName;
  /** Whether OpenShift Data Foundation deploys the RADOS gateway there. */
  readonly rgw: boolean;
}

const NO_STORAGE = { bootstrap: [], rgw: true } as const;

/**
 * One row per platform.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage/storage.go GetPlatformStorage, pkg/operator/bootstrap.go
 * @see red-hat-storage/ocs-operator SkipObjectStorePlatforms
 */
export const PLATFORMS: Readonly<Record<PlatformName, PlatformFacts>> = {
  aws: { title: 'AWS', infrastructure: 'AWS', bootstrap: ['s3'], ownCredentials: 's3', rgw: false },
  gcp: { title: 'Google Cloud', infrastructure: 'GCP', bootstrap: ['gcs'], ownCredentials: 'gcs', rgw: false },
  azure: { title: 'Azure', infrastructure: 'Azure', bootstrap: ['azure'], ownCredentials: 'azure', rgw: false },
  openstack: {
    title: 'Red Hat OpenStack Platform',
    infrastructure: 'OpenStack',
    bootstrap: ['swift', 'pvc'],
    ownCredentials: 'swift',
    rgw: true,
  },
  ibmcloud: {
    title: 'IBM Cloud',
    infrastructure: 'IBMCloud',
    bootstrap: ['ibmcos'],
    ownCredentials: 'ibmcos',
    rgw: false,
  },
  powervs: {
    title: 'IBM Power VS',
    infrastructure: 'PowerVS',
    bootstrap: ['ibmcos'],
    ownCredentials: 'ibmcos',
    rgw: true,
  },
  alibabacloud: {
    title: 'Alibaba Cloud',
    infrastructure: 'AlibabaCloud',
    bootstrap: ['oss'],
    ownCredentials: 'oss',
    rgw: true,
  },
  ovirt: { title: 'oVirt', infrastructure: 'oVirt', bootstrap: ['pvc'], rgw: true },
  baremetal: { title: 'bare metal', infrastructure: 'BareMetal', ...NO_STORAGE },
  vsphere: { title: 'vSphere', infrastructure: 'VSphere', ...NO_STORAGE },
  nutanix: { title: 'Nutanix', infrastructure: 'Nutanix', ...NO_STORAGE },
  kubevirt: { title: 'KubeVirt', infrastructure: 'KubeVirt', ...NO_STORAGE },
  external: { title: 'an external platform', infrastructure: 'External', ...NO_STORAGE },
  none: { title: 'another manual installation', infrastructure: 'None', ...NO_STORAGE },
  rosa: {
    title: 'Red Hat OpenShift Service on AWS',
    infrastructure: 'AWS',
    bootstrap: ['s3'],
    ownCredentials: 's3',
    rgw: false,
  },
};

/** Backends the operator may have chosen by itself on a cluster of this platform and version. */
export const bootstrapBackends = (platform: PlatformName, version: string): readonly BackendName[] =>
  PLATFORMS[platform].bootstrap.filter(backend => !isGone(backend, version));
