/** Which backend, on which platform and version. */

import { BACKENDS, hasDriver } from '../../facts/backends';
import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import { namedBackends } from '../../model/storage';
import { hitIf, type Rule } from '../rule';

const oneBackend: Rule = {
  code: 'STORAGE_BACKENDS',
  severity: 'error',
  acceptable: false,
  title: 'storage must have exactly one backend',
  why: 'with two, the operator stops reconciling and reports it only in the Progressing condition; with none, it creates and manages storage of its own',
  fix: 'keep exactly one backend key',
  source: 'operator pkg/storage/storage.go NewDriver',
  bad: `
    platform: baremetal
    storage:
      pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}
      emptyDir: {}`,
  good: `
    platform: baremetal
    storage:
      pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}`,
  check: ({ config }) => {
    if (config.storage === undefined) return [];
    const names = namedBackends(config.storage).map(path => path.join('.'));
    const [, second] = namedBackends(config.storage);
    if (second)
      return [
        {
          path: ['storage', ...second],
          what: `storage must have only one backend, not ${names.length}: ${names.join(', ')}`,
        },
      ];
    const fix = config.storage.odf
      ? 'add noobaa, rgw or cephfs below odf'
      : 'add one backend, or remove storage if the platform has its own';
    return hitIf(names.length === 0, () => ({ path: ['storage'], what: 'storage has no backend', fix }));
  },
};

const storageRequired: Rule = {
  code: 'STORAGE_REQUIRED',
  severity: 'error',
  acceptable: false,
  title: 'storage is not set, and the platform has no default',
  why: 'the operator reports StorageNotConfigured and runs no registry',
  fix: 'set a backend under storage',
  source: 'operator pkg/storage/storage.go GetPlatformStorage',
  bad: `
    platform: vsphere`,
  good: `
    platform: vsphere
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: ({ config, model }) =>
    hitIf(
      config.storage === undefined &&
        model.registry?.managementState === 'Managed' &&
        bootstrapBackends(model.platform, model.openshift).length === 0,
      () => ({
        path: ['storage'],
        what: `storage must be set: ${PLATFORMS[model.platform].title} has no default storage for the registry`,
      }),
    ),
};

const openstackChoice: Rule = {
  code: 'BOOTSTRAP_STORAGE_UNKNOWN',
  severity: 'error',
  acceptable: false,
  title: 'it is not known which storage the installer chose on OpenStack',
  why: 'with a ReadWriteOnce volume, two replicas corrupt or block each other silently',
  fix: 'set bootstrapStorage to swift or pvc, as status.storage of the running registry shows, or set a backend under storage',
  source: 'operator pkg/storage/storage.go GetPlatformStorage',
  bad: `
    platform: openstack`,
  good: `
    platform: openstack
    bootstrapStorage: swift`,
  check: ({ config, model }) =>
    hitIf(
      config.storage === undefined &&
        config.bootstrapStorage === undefined &&
        model.registry?.managementState === 'Managed' &&
        bootstrapBackends(model.platform, model.openshift).length > 1,
      () => ({
        path: ['bootstrapStorage'],
        what: 'set storage or bootstrapStorage: the installer may have chosen Swift or a ReadWriteOnce volume',
      }),
    ),
};

const driver: Rule = {
  code: 'DRIVER_VERSION',
  severity: 'error',
  acceptable: false,
  title: 'the operator of this OpenShift version has no driver for the backend',
  why: 'the operator ignores the backend, and uses default storage or none',
  fix: 'use a backend that this version has',
  source: 'operator pkg/storage/storage.go, release branches',
  bad: `
    platform: alibabacloud
    openshift: "4.17"
    storage: {oss: {bucket: registry, region: eu-central-1}}
    credentials: {existingSecret: {}}`,
  good: `
    platform: alibabacloud
    openshift: "4.16"
    storage: {oss: {bucket: registry, region: eu-central-1}}
    credentials: {existingSecret: {}}`,
  check: ({ model }) => {
    const { storage, openshift } = model;
    if (storage === undefined || hasDriver(storage.backend, openshift)) return [];
    const { first, last } = BACKENDS[storage.backend].driver;
    const span = last === undefined ? `from ${first}` : `from ${first} to ${last}`;
    return [
      { path: storage.path, what: `OpenShift ${openshift} has no driver for ${storage.backend}; it exists ${span}` },
    ];
  },
};

const backendPlatform: Rule = {
  code: 'BACKEND_PLATFORM',
  severity: 'error',
  title: 'the backend works only on its own platform',
  why: 'the driver reads location and resource group from the Infrastructure object of the cluster, and fails where they are missing',
  fix: 'use s3 with regionEndpoint, which IBM Cloud Object Storage supports too',
  source: 'operator pkg/storage/ibmcos/ibmcos.go',
  bad: `
    platform: vsphere
    storage: {ibmcos: {bucket: registry}}
    credentials: {existingSecret: {}}`,
  good: `
    platform: ibmcloud
    storage: {ibmcos: {bucket: registry}}`,
  check: ({ model }) => {
    const { storage, platform } = model;
    if (storage === undefined) return [];
    const { platforms } = BACKENDS[storage.backend];
    if (platforms === 'any' || platforms.includes(platform)) return [];
    return [
      {
        path: storage.path,
        what: `${storage.backend} works only on ${platforms.join(', ')}, but the platform is ${platform}`,
      },
    ];
  },
};

const bootstrapUnused: Rule = {
  code: 'BOOTSTRAP_STORAGE_UNUSED',
  severity: 'warning',
  title: 'bootstrapStorage has no effect',
  why: 'bootstrapStorage says what the installer chose on OpenStack; everywhere else the platform decides',
  fix: 'remove bootstrapStorage',
  source: 'operator pkg/storage/storage.go GetPlatformStorage',
  bad: `
    platform: aws
    bootstrapStorage: swift`,
  good: `
    platform: openstack
    bootstrapStorage: swift`,
  check: ({ config, model }) =>
    hitIf(config.bootstrapStorage !== undefined && model.platform !== 'openstack', () => ({
      path: ['bootstrapStorage'],
      what: `bootstrapStorage has no effect on ${model.platform}`,
    })),
};

/** In the order they are listed in the documentation. */
export const STORAGE_CHOICE_RULES: readonly Rule[] = [
  oneBackend,
  storageRequired,
  openstackChoice,
  driver,
  backendPlatform,
  bootstrapUnused,
];
