/** `storage.ibmcos` and `storage.oss`. */

import { PLATFORMS } from '../../facts/platforms';
import { requiredValue } from '../required-value';
import { hitIf, type Rule } from '../rule';

/** A cluster on IBM Cloud with this bucket. */
const ibm = (ibmcos: string): string => `
    platform: ibmcloud
    storage: {ibmcos: ${ibmcos}}`;

/** A cluster on Alibaba Cloud with this bucket. */
const alibaba = (oss: string, platform = 'alibabacloud'): string => `
    platform: ${platform}
    openshift: "4.16"
    credentials: {existingSecret: {}}
    storage: {oss: ${oss}}`;

const IBM = ibm('{bucket: acme-registry}');
const OSS = alibaba('{bucket: acme-registry, region: eu-central-1}');
const IBM_DRIVER = 'operator pkg/storage/ibmcos/ibmcos.go CreateStorage';
const RANDOM =
  'the operator makes a bucket of a random name; git never knows it, and a cluster made anew starts with another';

const ibmBucketRequired = requiredValue(['storage', 'ibmcos', 'bucket'], {
  code: 'IBMCOS_BUCKET_REQUIRED',
  acceptable: false,
  title: 'the name of the IBM bucket is empty',
  why: RANDOM,
  fix: 'write storage.ibmcos.bucket',
  source: IBM_DRIVER,
  bad: ibm('{bucket: ""}'),
  good: IBM,
});

const ibmOverwritten: Rule = {
  code: 'IBMCOS_OVERWRITTEN',
  severity: 'warning',
  title: 'the operator writes location and resource group itself',
  why: 'it overwrites both from the cluster each time; a value in git that differs is changed to and fro without end',
  fix: "remove location and resourceGroupName, or make sure they are the cluster's own and accept this",
  source: IBM_DRIVER,
  bad: ibm('{bucket: acme-registry, location: eu-de}'),
  good: IBM,
  check: ({ config: { storage } }) =>
    (['location', 'resourceGroupName'] as const).flatMap(key =>
      hitIf(Boolean(storage?.ibmcos?.[key]), () => ({
        path: ['storage', 'ibmcos', key],
        what: `${key} is "${storage?.ibmcos?.[key]}"`,
      })),
    ),
};

/** As the API server checks them. @see openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS */
const CRNS = {
  resourceKeyCRN: /^crn:.+:.+:.+:cloud-object-storage:.+:.+:.+:resource-key:.+$/,
  serviceInstanceCRN: /^crn:.+:.+:.+:cloud-object-storage:.+:.+:.+::$/,
} as const;

const ibmCrn: Rule = {
  code: 'IBMCOS_CRN',
  severity: 'error',
  acceptable: false,
  title: 'a CRN does not have the form of its kind',
  why: 'the API server refuses the object',
  fix: 'copy the whole CRN: that of a service instance ends with two colons, that of a resource key has :resource-key: before its id',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS',
  bad: ibm('{bucket: acme-registry, serviceInstanceCRN: "crn:v1:bluemix:public:cloud-object-storage:global:a/1:2"}'),
  good: ibm('{bucket: acme-registry, serviceInstanceCRN: "crn:v1:bluemix:public:cloud-object-storage:global:a/1:2::"}'),
  check: ({ config: { storage } }) =>
    (['resourceKeyCRN', 'serviceInstanceCRN'] as const).flatMap(key => {
      const crn = storage?.ibmcos?.[key];
      return hitIf(Boolean(crn) && !CRNS[key].test(crn ?? ''), () => ({
        path: ['storage', 'ibmcos', key],
        what: `${key} "${crn}" does not have the form of one`,
      }));
    }),
};

const ossBucketRequired = requiredValue(['storage', 'oss', 'bucket'], {
  code: 'OSS_BUCKET_REQUIRED',
  acceptable: false,
  title: 'the name of the OSS bucket is empty',
  why: RANDOM,
  fix: 'write storage.oss.bucket',
  source: 'operator pkg/storage/oss/oss.go',
  bad: alibaba('{bucket: "", region: eu-central-1}'),
  good: OSS,
});

const ossRegionRequired = requiredValue(['storage', 'oss', 'region'], {
  code: 'OSS_REGION_REQUIRED',
  title: 'the region of the OSS bucket is empty',
  why: 'the host name of the bucket is made from it; the operator fills it in, and the object differs from git',
  fix: 'write storage.oss.region',
  source: 'operator pkg/storage/oss/oss.go',
  bad: alibaba('{bucket: acme-registry, region: ""}'),
  good: OSS,
});

const ossBucketName: Rule = {
  code: 'OSS_BUCKET_NAME',
  severity: 'error',
  acceptable: false,
  title: 'OSS cannot have a bucket of this name',
  why: 'the API server refuses the object',
  fix: 'write 3 to 63 characters of a-z, 0-9 and single dashes between them',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageAlibabaOSS',
  bad: alibaba('{bucket: acme.registry, region: eu-central-1}'),
  good: OSS,
  check: ({ config: { storage } }) => {
    const name = storage?.oss?.bucket;
    return hitIf(Boolean(name) && !/^(?=.{3,63}$)[0-9a-z]+(-[0-9a-z]+)*$/.test(name ?? ''), () => ({
      path: ['storage', 'oss', 'bucket'],
      what: `bucket "${name}" is not 3 to 63 characters of a-z, 0-9 and single dashes`,
    }));
  },
};

const ossEncryption: Rule = {
  code: 'OSS_ENCRYPTION',
  severity: 'error',
  acceptable: false,
  title: 'method and key of the encryption do not go together',
  why: 'the API server refuses the object',
  fix: 'write method: KMS together with kms.keyID, or neither',
  source: 'openshift/api imageregistry/v1 EncryptionAlibaba',
  bad: alibaba('{bucket: acme-registry, region: eu-central-1, encryption: {kms: {keyID: k-1}}}'),
  good: alibaba('{bucket: acme-registry, region: eu-central-1, encryption: {method: KMS, kms: {keyID: k-1}}}'),
  check: ({ config: { storage } }) => {
    const { encryption } = storage?.oss ?? {};
    if (encryption === undefined) return [];
    const path = ['storage', 'oss', 'encryption'];
    const { method = 'AES256', kms } = encryption;
    if ((method === 'KMS') !== (kms !== undefined)) {
      return [{ path, what: `method is ${method}, and kms is ${kms === undefined ? 'absent' : 'given'}` }];
    }
    return hitIf(kms !== undefined && !kms.keyID, () => ({ path: [...path, 'kms', 'keyID'], what: 'keyID is empty' }));
  },
};

const ossInternal: Rule = {
  code: 'OSS_INTERNAL_ENDPOINT',
  severity: 'warning',
  title: 'the bucket is called inside the network of a cloud the cluster is not in',
  why: 'the internal address of OSS answers only from within Alibaba Cloud',
  fix: 'write endpointAccessibility: Public',
  source: 'operator pkg/storage/oss/oss.go ConfigEnv',
  bad: alibaba('{bucket: acme-registry, region: eu-central-1}', 'baremetal'),
  good: alibaba('{bucket: acme-registry, region: eu-central-1, endpointAccessibility: Public}', 'baremetal'),
  check: ({ config: { storage }, model }) => {
    const { oss } = storage ?? {};
    const inside = model.platform === 'alibabacloud' || model.platform === 'none' || model.platform === 'external';
    return hitIf(oss !== undefined && !inside && oss.endpointAccessibility !== 'Public', () => ({
      path: ['storage', 'oss'],
      what: `the endpoint is internal, and the platform is ${PLATFORMS[model.platform].title}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const IBM_AND_ALIBABA_RULES: readonly Rule[] = [
  ibmBucketRequired,
  ibmOverwritten,
  ibmCrn,
  ossBucketRequired,
  ossRegionRequired,
  ossBucketName,
  ossEncryption,
  ossInternal,
];
