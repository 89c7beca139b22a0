/** Which backend, on which platform and version. */

import { BACKENDS, hasDriver } from '../../facts/backends';
import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import { namedBackends } from '../../model/storage';
import { hitIf, type Rule } from '../rule';

const oneBackend: Rule = {
  code: 'STORAGE_BACKENDS',
  severity: 'error',
  acceptable: false,
  title: 'storage names more than one backend, or none',
  why: 'with two the operator stops reconciling and says so only in the Progressing condition; with none it makes storage of its own and manages it',
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
      return [{ path: ['storage', ...second], what: `storage names ${names.length} backends: ${names.join(', ')}` }];
    return hitIf(names.length === 0, () => ({
      path: ['storage'],
      what: 'storage names no backend',
      fix: 'name one backend, or leave out storage where the platform has its own',
    }));
  },
};

const storageRequired: Rule = {
  code: 'STORAGE_REQUIRED',
  severity: 'error',
  acceptable: false,
  title: 'the platform has no storage of its own, and none is named',
  why: 'the operator reports StorageNotConfigured and runs no registry',
  fix: 'name a backend under storage',
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
        what: `${PLATFORMS[model.platform].title} has no storage of its own, and the cluster names none`,
      }),
    ),
};

const openstackChoice: Rule = {
  code: 'BOOTSTRAP_STORAGE_UNKNOWN',
  severity: 'error',
  acceptable: false,
  title: 'nobody says which storage the installer chose on OpenStack',
  why: 'it is Swift, or a ReadWriteOnce volume that two replicas would break without a word',
  fix: 'set bootstrapStorage to swift or pvc, as status.storage of the running registry shows, or name a backend under storage',
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
      () => ({ path: ['bootstrapStorage'], what: 'storage is absent, and what the installer chose is not said' }),
    ),
};

const driver: Rule = {
  code: 'DRIVER_VERSION',
  severity: 'error',
  acceptable: false,
  title: 'the operator of this OpenShift version has no driver for the backend',
  why: 'the operator would not see the storage at all, and fall back to its own or to none',
  fix: 'name a backend that this version has',
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
  title: 'the backend works on its own platform only',
  why: 'the driver reads location and resource group from the Infrastructure object of the cluster, and stops where they are missing',
  fix: 'use s3 with regionEndpoint: IBM Cloud Object Storage speaks it too',
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
    return [{ path: storage.path, what: `storage is ${storage.backend}, and the platform is ${platform}` }];
  },
};

const bootstrapUnused: Rule = {
  code: 'BOOTSTRAP_STORAGE_UNUSED',
  severity: 'warning',
  title: 'bootstrapStorage has no effect',
  why: 'it says what the installer chose on OpenStack; everywhere else the platform decides',
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
      what: `bootstrapStorage is ${config.bootstrapStorage}, and the platform is ${model.platform}`,
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
