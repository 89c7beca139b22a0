/** `storage.oss`: a bucket of Alibaba Cloud OSS. */

import { PLATFORMS } from '../../../facts/platforms';
import { requiredValue } from '../../required-value';
import { hitIf, type Rule } from '../../rule';

/** A cluster on Alibaba Cloud with this bucket. */
const cluster = (oss: string, platform = 'alibabacloud'): string => `
    platform: ${platform}
    openshift: "4.16"
    credentials: {existingSecret: {}}
    storage: {oss: ${oss}}`;

const GOOD = cluster('{bucket: acme-registry, region: eu-central-1}');

const regionRequired = requiredValue(['storage', 'oss', 'region'], {
  code: 'OSS_REGION_REQUIRED',
  title: 'the region of the OSS bucket is empty',
  why: 'the host name of the bucket is made from it; the operator fills it in, and the object differs from git',
  fix: 'write storage.oss.region',
  source: 'operator pkg/storage/oss/oss.go',
  bad: cluster('{bucket: acme-registry, region: ""}'),
  good: GOOD,
});

const bucketName: Rule = {
  code: 'OSS_BUCKET_NAME',
  severity: 'error',
  acceptable: false,
  title: 'OSS cannot have a bucket of this name',
  why: 'the API server refuses the object',
  fix: 'write 3 to 63 characters of a-z, 0-9 and single dashes between them',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageAlibabaOSS',
  bad: cluster('{bucket: acme.registry, region: eu-central-1}'),
  good: GOOD,
  check: ({ config: { storage } }) => {
    const name = storage?.oss?.bucket;
    return hitIf(Boolean(name) && !/^(?=.{3,63}$)[0-9a-z]+(-[0-9a-z]+)*$/.test(name ?? ''), () => ({
      path: ['storage', 'oss', 'bucket'],
      what: `bucket "${name}" is not 3 to 63 characters of a-z, 0-9 and single dashes`,
    }));
  },
};

const encryption: Rule = {
  code: 'OSS_ENCRYPTION',
  severity: 'error',
  acceptable: false,
  title: 'method and key of the encryption do not go together',
  why: 'the API server refuses the object',
  fix: 'write method: KMS together with kms.keyID, or neither',
  source: 'openshift/api imageregistry/v1 EncryptionAlibaba',
  bad: cluster('{bucket: acme-registry, region: eu-central-1, encryption: {kms: {keyID: k-1}}}'),
  good: cluster('{bucket: acme-registry, region: eu-central-1, encryption: {method: KMS, kms: {keyID: k-1}}}'),
  check: ({ config: { storage } }) => {
    const settings = storage?.oss?.encryption;
    if (settings === undefined) return [];
    const path = ['storage', 'oss', 'encryption'];
    const { method = 'AES256', kms } = settings;
    if ((method === 'KMS') !== (kms !== undefined)) {
      return [{ path, what: `method is ${method}, and kms is ${kms === undefined ? 'absent' : 'given'}` }];
    }
    return hitIf(kms !== undefined && !kms.keyID, () => ({ path: [...path, 'kms', 'keyID'], what: 'keyID is empty' }));
  },
};

const internal: Rule = {
  code: 'OSS_INTERNAL_ENDPOINT',
  severity: 'warning',
  title: 'the bucket is called inside the network of a cloud the cluster is not in',
  why: 'the internal address of OSS answers only from within Alibaba Cloud',
  fix: 'write endpointAccessibility: Public',
  source: 'operator pkg/storage/oss/oss.go ConfigEnv',
  bad: cluster('{bucket: acme-registry, region: eu-central-1}', 'baremetal'),
  good: cluster('{bucket: acme-registry, region: eu-central-1, endpointAccessibility: Public}', 'baremetal'),
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
export const OSS_RULES: readonly Rule[] = [regionRequired, bucketName, encryption, internal];
