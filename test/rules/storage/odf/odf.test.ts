import { ODF_RULES } from '../../../../src/rules/storage/odf/odf';
import { codesOf } from '../../../support/rule-codes';

/** All but the warning about the class, which has tests of its own. */
const codes = codesOf(ODF_RULES.filter(({ code }) => code !== 'OBC_CLASS_DELETES'));
const trustedCA = { configMap: 'ca' };
const externalSecret = {};

const odf = (change: object, more: object = {}, store = 'noobaa'): string =>
  JSON.stringify({
    platform: 'baremetal',
    baseDomain: 'example.com',
    storage: { odf: { [store]: { bucketName: 'registry', trustedCA, ...change } } },
    credentials: { bucketClaim: { externalSecret } },
    ...more,
  });
const generated = (credentials: object | undefined): string =>
  odf({ bucketName: undefined, generateBucketName: 'registry' }, { credentials });

test.each<[string, string, string[]]>([
  ['NooBaa', odf({}), []],
  ['RGW', odf({}, {}, 'rgw'), []],
  ['RGW on vSphere', odf({}, { platform: 'vsphere' }, 'rgw'), []],
  ...['aws', 'gcp', 'azure', 'ibmcloud'].map((platform): [string, string, string[]] => [
    `RGW on ${platform}`,
    odf({}, { platform }, 'rgw'),
    ['ODF_RGW_PLATFORM'],
  ]),
  ['NooBaa on AWS', odf({}, { platform: 'aws' }), []],
  ['no name', odf({ bucketName: undefined }), ['ODF_BUCKET_NAME']],
  ['an empty name', odf({ bucketName: '' }), ['ODF_BUCKET_NAME']],
  ['two names', odf({ generateBucketName: 'a' }), ['ODF_BUCKET_NAME']],
  ['a generated name and a job', generated({ bucketClaim: { job: {} } }), []],
  ['a generated name and a policy', generated({ bucketClaim: { acm: { namespace: 'policies' } } }), []],
  ['a generated name and External Secrets', generated({ bucketClaim: { externalSecret } }), ['ODF_GENERATED_NAME']],
  ['a generated name and keys of others', generated({ existingSecret: {} }), ['ODF_GENERATED_NAME']],
  ['no domain', odf({}, { baseDomain: undefined }), ['ODF_ENDPOINT_DOMAIN']],
  ['a domain of its own', odf({}, { baseDomain: undefined, ingressDomain: 'apps.example.org' }), []],
  ['a Service needs no domain', odf({ endpoint: 'service' }, { baseDomain: undefined }), []],
  ['a URL needs no domain', odf({ endpoint: 'https://s3.example.com' }, { baseDomain: undefined }), []],
  ['a route without a CA', odf({ trustedCA: undefined }), ['ODF_CA_MISSING']],
  ['a URL without a CA', odf({ trustedCA: undefined, endpoint: 'https://s3.example.com' }), ['ODF_CA_MISSING']],
  ['a Service without a CA', odf({ trustedCA: undefined, endpoint: 'service' }), ['ODF_CA_MISSING error']],
  ['http without a CA', odf({ trustedCA: undefined, endpoint: 'http://s3.openshift-storage.svc' }), []],
  ['files', JSON.stringify({ platform: 'baremetal', storage: { odf: { cephfs: {} } } }), ['PVC_OVER_OBJECT']],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));

test.each<[string, object, boolean]>([
  ['no class', {}, false],
  ['the class of ODF by name', { storageClassName: 'openshift-storage.noobaa.io' }, true],
  ['a class of others', { storageClassName: 'gold' }, false],
  ['a class of ours', { storageClass: { name: 'ours' } }, false],
  ['a class of ours that deletes', { storageClass: { name: 'ours', reclaimPolicy: 'Delete' } }, true],
])('%s: deletes the bucket with the claim is %s', (_name, change, deletes) =>
  expect(codesOf(ODF_RULES)(odf(change)).includes('OBC_CLASS_DELETES')).toBe(deletes),
);
