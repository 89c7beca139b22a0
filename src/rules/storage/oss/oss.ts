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
  why: 'the host name of the bucket is built from the region; the operator fills it in, and the Config then differs from git',
  fix: 'set storage.oss.region',
  source: 'operator pkg/storage/oss/oss.go',
  bad: cluster('{bucket: acme-registry, region: ""}'),
  good: GOOD,
});

const bucketName: Rule = {
  code: 'OSS_BUCKET_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the OSS bucket name is not valid',
  why: 'the API server refuses the object',
  fix: 'write the name as Alibaba Cloud shows it: 3 to 63 characters, a-z, 0-9 and single dashes',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageAlibabaOSS',
  bad: cluster('{bucket: acme.registry, region: eu-central-1}'),
  good: GOOD,
  check: ({ config: { storage } }) => {
    const name = storage?.oss?.bucket;
    return hitIf(Boolean(name) && !/^(?=.{3,63}$)[0-9a-z]+(-[0-9a-z]+)*$/.test(name ?? ''), () => ({
      path: ['storage', 'oss', 'bucket'],
      what: `bucket "${name}" must be 3 to 63 characters, a-z, 0-9 and single dashes only`,
    }));
  },
};

const encryption: Rule = {
  code: 'OSS_ENCRYPTION',
  severity: 'error',
  acceptable: false,
  title: 'encryption method and key do not match',
  why: 'the API server refuses the object',
  fix: 'set method: KMS together with kms.keyID, or neither',
  source: 'openshift/api imageregistry/v1 EncryptionAlibaba',
  bad: cluster('{bucket: acme-registry, region: eu-central-1, encryption: {kms: {keyID: k-1}}}'),
  good: cluster('{bucket: acme-registry, region: eu-central-1, encryption: {method: KMS, kms: {keyID: k-1}}}'),
  check: ({ config: { storage } }) => {
    const settings = storage?.oss?.encryption;
    if (settings === undefined) return [];
    const path = ['storage', 'oss', 'encryption'];
    const { method = 'AES256', kms } = settings;
    if ((method === 'KMS') !== (kms !== undefined)) {
      return [
        {
          path,
          what:
            kms === undefined
              ? 'encryption method KMS needs kms.keyID'
              : `encryption method ${method} cannot have a kms key`,
        },
      ];
    }
    return hitIf(kms !== undefined && !kms.keyID, () => ({
      path: [...path, 'kms', 'keyID'],
      what: 'encryption.kms.keyID must not be empty',
    }));
  },
};

const internal: Rule = {
  code: 'OSS_INTERNAL_ENDPOINT',
  severity: 'warning',
  title: 'the internal OSS endpoint cannot be reached from outside Alibaba Cloud',
  why: 'the internal endpoint of OSS answers only within Alibaba Cloud: the registry cannot reach its storage',
  fix: 'set endpointAccessibility: Public',
  source: 'operator pkg/storage/oss/oss.go ConfigEnv',
  bad: cluster('{bucket: acme-registry, region: eu-central-1}', 'baremetal'),
  good: cluster('{bucket: acme-registry, region: eu-central-1, endpointAccessibility: Public}', 'baremetal'),
  check: ({ config: { storage }, model }) => {
    const { oss } = storage ?? {};
    const inside = model.platform === 'alibabacloud' || model.platform === 'none' || model.platform === 'external';
    return hitIf(oss !== undefined && !inside && oss.endpointAccessibility !== 'Public', () => ({
      path: ['storage', 'oss'],
      what: `the internal OSS endpoint cannot be reached from ${PLATFORMS[model.platform].title}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const OSS_RULES: readonly Rule[] = [regionRequired, bucketName, encryption, internal];
