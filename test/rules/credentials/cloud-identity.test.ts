import { CLOUD_IDENTITY_RULES } from '../../../src/rules/credentials/cloud-identity';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(CLOUD_IDENTITY_RULES);
const keyID = 'arn:aws:kms:eu-west-1:111122223333:key/k';
const S3 = { bucket: 'acme-registry', region: 'eu-west-1', encrypt: true };

test.each<[string, object, string[]]>([
  ['a key', { storage: { s3: { ...S3, keyID } } }, ['CLOUD_IDENTITY_KMS']],
  ['no key', { storage: { s3: S3 } }, []],
  ['an empty key', { storage: { s3: { ...S3, keyID: '' } } }, []],
  ['a key, and credentials', { storage: { s3: { ...S3, keyID } }, credentials: { existingSecret: {} } }, []],
  ['storage of the operator', {}, []],
  [
    'a key of Google',
    { platform: 'gcp', storage: { gcs: { bucket: 'b-acme', region: 'r', projectID: 'p', keyID: 'k' } } },
    [],
  ],
])('%s', (_, settings, expected) => {
  expect(codes(JSON.stringify({ platform: 'aws', ...settings }))).toEqual(expected);
});
