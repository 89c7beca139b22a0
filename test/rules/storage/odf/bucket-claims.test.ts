import { BUCKET_CLAIM_RULES } from '../../../../src/rules/storage/odf/bucket-claims';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(BUCKET_CLAIM_RULES);

const odf = (change: object, store = 'noobaa'): string =>
  JSON.stringify({
    platform: 'baremetal',
    baseDomain: 'example.com',
    storage: {
      odf: { [store]: { bucketName: 'registry', trustedCA: { configMap: 'ca' }, ...change } },
    },
    credentials: { bucketClaim: { job: {} } },
  });
const pvPool = { numVolumes: 3, resources: { requests: { storage: '50Gi' } } };
const backingStore = { name: 'pool', pvPool };
const bucketClass = { name: 'ours' };
const tiers = (...names: string[][]): object => ({
  name: 'ours',
  placementPolicy: { tiers: names.map(backingStores => ({ backingStores })) },
});
const generated = (generateBucketName: string): string => odf({ bucketName: undefined, generateBucketName });

test.each<[string, string, string[]]>([
  ['as it should be', odf({}), []],
  ['a claim in capitals', odf({ claim: 'Bucket' }), ['OBC_NAME']],
  ['a namespace with a dot', odf({ claimNamespace: 'a.b' }), ['OBC_NAME']],
  ['a class with an underscore', odf({ storageClassName: 'a_b' }), ['OBC_NAME']],
  ['a class of ours with an underscore', odf({ storageClass: { name: 'a_b' } }), ['OBC_NAME']],
  ['a store with an underscore', odf({ backingStore: { ...backingStore, name: 'a_b' }, bucketClass }), ['OBC_NAME']],
  ['a bucket class in capitals', odf({ backingStore, bucketClass: { name: 'Ours' } }), ['OBC_NAME']],
  ['a bucket in capitals', odf({ bucketName: 'Registry' }), ['OBC_BUCKET_NAME']],
  ['a prefix of 26', generated('a'.repeat(26)), []],
  ['a prefix of 27', generated('a'.repeat(27)), ['OBC_BUCKET_NAME']],
  ['two classes', odf({ storageClassName: 'a', storageClass: { name: 'b' } }), ['OBC_STORAGE_CLASS']],
  ['a size', odf({ additionalConfig: { maxSize: '500Gi' } }, 'rgw'), []],
  ['no size', odf({ additionalConfig: { maxSize: 'large' } }, 'rgw'), ['OBC_ADDITIONAL_CONFIG']],
  ['a policy of RGW', odf({ additionalConfig: { bucketPolicy: '{}' } }, 'rgw'), ['OBC_ADDITIONAL_CONFIG']],
  ['a class of NooBaa', odf({ additionalConfig: { bucketclass: 'gold' } }), []],
  ['a setting NooBaa passes over', odf({ additionalConfig: { owner: 'me' } }), ['OBC_ADDITIONAL_CONFIG warning']],
  ['a store and a class', odf({ backingStore, bucketClass }), []],
  ['no kind of store', odf({ backingStore: { name: 'pool' }, bucketClass }), ['NOOBAA_BACKING_STORE']],
  [
    'two kinds of store',
    odf({
      backingStore: { ...backingStore, awsS3: { targetBucket: 'a', secret: { name: 's' } } },
      bucketClass,
    }),
    ['NOOBAA_BACKING_STORE'],
  ],
  ['the type of the store', odf({ backingStore: { ...backingStore, type: 'pv-pool' }, bucketClass }), []],
  ['another type', odf({ backingStore: { ...backingStore, type: 'aws-s3' }, bucketClass }), ['NOOBAA_BACKING_STORE']],
  ['a class alone', odf({ bucketClass }), ['NOOBAA_BUCKET_CLASS']],
  ['a class of other stores', odf({ bucketClass: tiers(['gold']) }), []],
  ['no tiers', odf({ bucketClass: tiers() }), ['NOOBAA_BUCKET_CLASS']],
  ['an empty tier', odf({ bucketClass: tiers(['gold'], []) }), ['NOOBAA_BUCKET_CLASS']],
  ['a store alone', odf({ backingStore }), ['NOOBAA_BUCKET_CLASS warning']],
  ['a store no tier names', odf({ backingStore, bucketClass: tiers(['gold']) }), ['NOOBAA_BUCKET_CLASS warning']],
  ['a store a tier names', odf({ backingStore, bucketClass: tiers(['pool']) }), []],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
