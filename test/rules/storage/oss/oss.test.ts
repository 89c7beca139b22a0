import { OSS_RULES } from '../../../../src/rules/storage/oss/oss';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(OSS_RULES);

const oss = (change: object, platform = 'alibabacloud'): string =>
  JSON.stringify({
    platform,
    openshift: '4.16',
    credentials: { existingSecret: {} },
    storage: { oss: { bucket: 'acme-registry', region: 'eu-central-1', ...change } },
  });
const kms = { keyID: 'k-1' };

test.each<[string, string, string[]]>([
  ['Alibaba', oss({}), []],
  ['no region', oss({ region: '' }), ['OSS_REGION_REQUIRED']],
  ['a dot', oss({ bucket: 'acme.registry' }), ['OSS_BUCKET_NAME']],
  ['2 characters', oss({ bucket: 'ab' }), ['OSS_BUCKET_NAME']],
  ['64 characters', oss({ bucket: 'a'.repeat(64) }), ['OSS_BUCKET_NAME']],
  ['encryption of OSS', oss({ encryption: { method: 'AES256' } }), []],
  ['a key of KMS', oss({ encryption: { method: 'KMS', kms } }), []],
  ['KMS without a key', oss({ encryption: { method: 'KMS' } }), ['OSS_ENCRYPTION']],
  ['KMS with an empty key', oss({ encryption: { method: 'KMS', kms: { keyID: '' } } }), ['OSS_ENCRYPTION']],
  ['a key without KMS', oss({ encryption: { kms } }), ['OSS_ENCRYPTION']],
  ['a key with AES256', oss({ encryption: { method: 'AES256', kms } }), ['OSS_ENCRYPTION']],
  ['from elsewhere', oss({}, 'vsphere'), ['OSS_INTERNAL_ENDPOINT']],
  ['from elsewhere over the public endpoint', oss({ endpointAccessibility: 'Public' }, 'vsphere'), []],
  ['from machines nobody knows', oss({}, 'none'), []],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
