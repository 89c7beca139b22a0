/** Alibaba Cloud OSS. */

import type { OssStorage } from '../../config/shape/oss';
import type { ValueProblem } from '../../values/credential';
import { type BackendOf, bootstrap, type FieldsOf, fileKey, randomName } from './backend';

/** @see openshift/cluster-image-registry-operator release-4.16 pkg/storage/oss/oss.go; openshift/api ImageRegistryConfigStorageAlibabaOSS */
export const oss: BackendOf<OssStorage, FieldsOf<OssStorage>> = {
  title: 'Alibaba Cloud OSS',
  driver: { first: '4.10', last: '4.16' },
  platforms: 'any',
  fields: {
    bucket: bootstrap('registry-prod'),
    region: bootstrap('eu-central-1', { refilled: 'whenManaged' }),
    endpointAccessibility: bootstrap('Public', { refilled: 'always' }),
    encryption: bootstrap({ method: 'KMS', kms: { keyID: 'key' } }, { refilled: 'always' }),
  },
  secret: { keys: fileKey('credentials'), value: credentialsProblem },
  identity: { bucket: 'bucket', region: 'region' },
  shared: {
    named: ['bucket'],
    unnamed: {
      why: randomName('bucket'),
      source: 'operator pkg/storage/oss/oss.go',
    },
  },
  immutable: {},
  disableRedirect: false,
  ephemeral: false,
  settable: false,
  staysManaged: false,
  copy: { rclone: 's3, provider Alibaba', path: ['bucket'] },
  example: { platform: 'alibabacloud', storage: { bucket: 'registry', region: 'eu-central-1' } },
};

/** An INI file with one access key. */
function credentialsProblem(value: string): ValueProblem | undefined {
  const wanted = ['type', 'access_key_id', 'access_key_secret'];
  const missing = wanted.filter(key => !new RegExp(`^\\s*${key}\\s*=\\s*\\S`, 'm').test(value));
  const fix = 'write [default], type = access_key, access_key_id = ... and access_key_secret = ..., each on its line';
  if (!/^\s*\[default\]/m.test(value)) return { what: 'has no section [default]', fix };
  if (missing.length > 0) return { what: `has no ${missing.join(' and no ')}`, fix };
  return /^\s*type\s*=\s*access_key\s*$/m.test(value) ? undefined : { what: 'must have type = access_key', fix };
}
