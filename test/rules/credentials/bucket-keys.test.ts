import { BUCKET_KEYS_RULES } from '../../../src/rules/credentials/bucket-keys';
import { CREDENTIAL_RULES } from '../../../src/rules/credentials/credentials';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf([...CREDENTIAL_RULES, ...BUCKET_KEYS_RULES]);
const externalSecret = {};
const existingSecret = {};
const NOOBAA = { odf: { noobaa: { bucketName: 'registry' } } };
const S3 = { s3: { bucket: 'registry', region: 'us-east-1', regionEndpoint: 'https://minio.example.com' } };
const CLAIM = { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'nfs' } };

const cluster = (credentials: object | undefined, storage: object | undefined = NOOBAA, platform = 'baremetal') =>
  JSON.stringify({ platform, baseDomain: 'example.com', storage, credentials });

test.each<[string, string, string[]]>([
  ...[{ externalSecret }, { job: {} }, { acm: {} }].map((mode): [string, string, string[]] => [
    `by ${Object.keys(mode)}`,
    cluster({ bucketClaim: mode }),
    [],
  ]),
  ['for the RADOS gateway', cluster({ bucketClaim: { externalSecret } }, { odf: { rgw: { bucketName: 'a' } } }), []],
  ['keys from elsewhere', cluster({ existingSecret }), []],
  ['nothing', cluster(undefined), ['CREDENTIALS_REQUIRED']],
  ["nothing, and the cloud's own keys are for its own S3", cluster(undefined, NOOBAA, 'aws'), ['CREDENTIALS_REQUIRED']],
  ['the claim and another mode', cluster({ bucketClaim: { externalSecret }, existingSecret }), ['CREDENTIALS_MODE']],
  ['no mode below the claim', cluster({ bucketClaim: {} }), ['CREDENTIALS_MODE']],
  ['two modes below the claim', cluster({ bucketClaim: { externalSecret, job: {} } }), ['CREDENTIALS_MODE']],
  [
    'two modes above and below',
    cluster({ bucketClaim: { externalSecret, job: {} }, existingSecret }),
    ['CREDENTIALS_MODE', 'CREDENTIALS_MODE'],
  ],
  ['an S3 bucket', cluster({ bucketClaim: { externalSecret } }, S3), ['BUCKET_CLAIM_STORAGE']],
  ['a volume claim', cluster({ bucketClaim: { externalSecret } }, CLAIM), ['BUCKET_CLAIM_STORAGE']],
  ['CephFS', cluster({ bucketClaim: { externalSecret } }, { odf: { cephfs: {} } }), ['BUCKET_CLAIM_STORAGE']],
  [
    "the operator's own",
    JSON.stringify({ platform: 'aws', credentials: { bucketClaim: { job: {} } } }),
    ['BUCKET_CLAIM_STORAGE'],
  ],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));

const policy = (name: string, acm: object) =>
  JSON.stringify({ name, ...JSON.parse(cluster({ bucketClaim: { acm } })) });
const LONGEST = 'a'.repeat(63 - '.registry-bucket-01234567'.length);

test.each<[string, string, string[]]>([
  ['the cluster itself', policy('prod', {}), []],
  ['the cluster itself, by name', policy('prod', { namespace: 'prod' }), []],
  ['a namespace nobody watches', policy('prod', { namespace: 'policies' }), ['BUCKET_CLAIM_POLICY_NAMESPACE']],
  ['the hub', policy('prod', { placement: {} }), []],
  ['the hub, in a namespace by name', policy('prod', { namespace: 'policies', placement: {} }), []],
  ['the longest namespace', policy('prod', { namespace: LONGEST, placement: {} }), []],
  ['a longer namespace', policy('prod', { namespace: `${LONGEST}a`, placement: {} }), ['BUCKET_CLAIM_POLICY_NAME']],
  ['a longer namespace on the cluster itself', policy(`${LONGEST}a`, { namespace: `${LONGEST}a` }), []],
])('a policy for %s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
