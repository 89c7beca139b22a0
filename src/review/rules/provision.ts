/** Buckets and accounts that are made from git: who deletes them, and what is deleted in them. */

import { isPlainMap } from '../../config/plain-map';
import { same } from '../compare/diff';
import { textAt, valueAt } from '../compare/paths';
import type { FieldChange, RuleTable, WholeChange } from './rule';

const BUCKET = ['Bucket'];
const GCS = ['StorageBucket'];
const AZURE = ['StorageAccount', 'StorageAccountsBlobService', 'StorageAccountsBlobServicesContainer'];
const PARTS = ['BucketPublicAccessBlock', 'BucketServerSideEncryptionConfiguration', 'BucketLifecycleConfiguration'];
const ALL = [...BUCKET, ...GCS, ...AZURE];

const ACK = 'aws-controllers-k8s/s3-controller';
const CROSSPLANE = 'crossplane-contrib/provider-upjet-aws';
const CNRM = 'GoogleCloudPlatform/k8s-config-connector';
const ASO = 'Azure/azure-service-operator:v2';

const annotation = (key: string): readonly string[] => ['metadata', 'annotations', key];

/** Annotations that keep the cloud's side when the object goes, with the value that does. */
const RETAINED: Readonly<Record<string, string>> = {
  'services.k8s.aws/deletion-policy': 'retain',
  'cnrm.cloud.google.com/deletion-policy': 'abandon',
  'serviceoperator.azure.com/reconcile-policy': 'detach-on-delete',
};

const isRetaining = ({ path, after }: FieldChange): boolean => RETAINED[path[2] ?? ''] === after;
const isDestroy = ({ after }: FieldChange): boolean => after === true || after === 'true';
const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : ['*']);
const mayDelete = (value: unknown): boolean => names(value).some(name => name === '*' || name === 'Delete');

/** Whether the cloud's side stays when the object is deleted. */
export function keepsCloudSide({ object }: WholeChange): boolean {
  const { value } = object;
  const kept = Object.entries(RETAINED).some(([key, keep]) => textAt(value, ...annotation(key)) === keep);
  const policies = valueAt(value, 'spec', 'managementPolicies');
  return (
    kept || textAt(value, 'spec', 'deletionPolicy') === 'Orphan' || (policies !== undefined && !mayDelete(policies))
  );
}

/** A rule that only aborts uploads that were never finished deletes nothing that was pushed. */
function onlyAborts(rule: unknown): boolean {
  if (!isPlainMap(rule)) return false;
  const { id: _, status: _s, filter: _f, condition: _c, action, ...does } = rule;
  const aborts = isPlainMap(action) ? action.type === 'AbortIncompleteMultipartUpload' : action === undefined;
  return aborts && Object.keys(does).every(key => key === 'abortIncompleteMultipartUpload');
}

/** The rules of the object, as it is on one side. */
const rulesOf = (object: unknown): readonly unknown[] => {
  const found = [
    valueAt(object, 'spec', 'lifecycle', 'rules'),
    valueAt(object, 'spec', 'forProvider', 'rule'),
    valueAt(object, 'spec', 'lifecycleRule'),
  ];
  return found.flatMap(list => (Array.isArray(list) ? list : []));
};

const deletesBlobs = ({ now, old }: FieldChange): boolean =>
  rulesOf(now?.value).some(rule => !onlyAborts(rule) && !rulesOf(old?.value).some(before => same(before, rule)));

const LIFECYCLE = ['spec.lifecycle.**', 'spec.forProvider.rule.**', 'spec.lifecycleRule.**'];
const LIFECYCLE_KINDS = [...BUCKET, ...GCS, 'BucketLifecycleConfiguration'];

export const PROVISION: RuleTable = {
  fields: [
    {
      ...{ code: 'cloud-deletes', risk: 'data-loss', kinds: ALL },
      paths: Object.keys(RETAINED).map(annotation),
      when: change => !isRetaining(change),
      why: 'when the object is deleted, the bucket, account or container goes with it, and every image',
      source: `${ACK}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{
        code: 'cloud-keeps',
        risk: 'safe',
        kinds: ALL,
        paths: Object.keys(RETAINED).map(annotation),
        when: isRetaining,
      },
      why: 'the bucket, account or container outlives the object',
      source: `${ACK}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{ code: 'force-destroy', risk: 'data-loss', kinds: ALL },
      paths: [annotation('cnrm.cloud.google.com/force-destroy'), 'spec.forProvider.forceDestroy'],
      when: isDestroy,
      why: 'deleting the bucket no longer fails because there are images in it',
      source: `${CNRM}, ${CROSSPLANE}: force destroy`,
    },
    {
      ...{ code: 'no-force-destroy', risk: 'safe', kinds: ALL },
      paths: [annotation('cnrm.cloud.google.com/force-destroy'), 'spec.forProvider.forceDestroy'],
      when: change => !isDestroy(change),
      why: 'a bucket with images in it cannot be deleted',
      source: `${CNRM}, ${CROSSPLANE}: force destroy`,
    },
    {
      ...{ code: 'crossplane-deletes', risk: 'data-loss', kinds: BUCKET },
      paths: ['spec.deletionPolicy', 'spec.managementPolicies'],
      when: ({ path, after }) => (path[1] === 'deletionPolicy' ? after !== 'Orphan' : mayDelete(after)),
      why: 'when the object is deleted, the bucket goes with it, and every image',
      source: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
    },
    {
      ...{ code: 'crossplane-keeps', risk: 'exposure', kinds: [...BUCKET, ...PARTS] },
      paths: ['spec.deletionPolicy', 'spec.managementPolicies'],
      when: ({ path, after, kind }) =>
        kind !== 'Bucket' || (path[1] === 'deletionPolicy' ? after === 'Orphan' : !mayDelete(after)),
      why: 'what the controller may do with the bucket changes; it deletes no images',
      source: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
    },
    {
      ...{ code: 'lifecycle-deletes', risk: 'data-loss', kinds: LIFECYCLE_KINDS, paths: LIFECYCLE, when: deletesBlobs },
      why: 'a rule of the bucket deletes blobs by their age, whether the registry still names them or not',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    },
    {
      ...{ code: 'lifecycle-aborts', risk: 'safe', kinds: LIFECYCLE_KINDS, paths: LIFECYCLE },
      when: change => !deletesBlobs(change),
      why: 'only uploads that were never finished are cleaned up differently',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
    },
    {
      ...{ code: 'soft-delete', risk: 'data-loss', kinds: ['StorageAccountsBlobService'] },
      paths: ['spec.deleteRetentionPolicy.**', 'spec.containerDeleteRetentionPolicy.**', 'spec.isVersioningEnabled'],
      why: 'how long deleted blobs can be brought back changes',
      source: `${ASO}/api/storage`,
    },
    {
      ...{ code: 'public-access', risk: 'exposure', kinds: [...BUCKET, ...GCS, ...AZURE] },
      paths: [
        'spec.publicAccessBlock.**',
        'spec.publicAccessPrevention',
        'spec.uniformBucketLevelAccess',
        'spec.allowBlobPublicAccess',
        'spec.publicAccess',
        'spec.minimumTlsVersion',
        'spec.supportsHttpsTrafficOnly',
        'spec.publicNetworkAccess',
      ],
      why: 'who can read the images without the registry changes',
      source: `${ACK}, ${CNRM}, ${ASO}: public access`,
    },
    {
      ...{ code: 'account-keys', risk: 'outage', kinds: ['StorageAccount'], paths: ['spec.allowSharedKeyAccess'] },
      when: ({ after }) => after === false,
      why: 'the registry uses the key of the account, which is refused from then on',
      source: 'openshift/cluster-image-registry-operator:pkg/storage/azure/azure.go',
    },
    {
      ...{ code: 'bucket-encryption', risk: 'safe', kinds: [...BUCKET, ...GCS] },
      paths: ['spec.encryption.**'],
      why: 'only blobs that are written from then on are encrypted in another way',
      source: `${ACK}: encryption`,
    },
    {
      ...{
        code: 'bucket-part',
        risk: 'exposure',
        kinds: PARTS,
        paths: ['spec.forProvider.**', 'spec.providerConfigRef.**'],
      },
      when: ({ path, kind }) => !(kind === 'BucketLifecycleConfiguration' && path[2] === 'rule'),
      why: 'encryption or access of the bucket changes, or the setting is brought to another bucket',
      source: CROSSPLANE,
    },
    {
      ...{ code: 'cloud-name', risk: 'orphan', kinds: ALL },
      paths: [
        'spec.name',
        'spec.azureName',
        'spec.owner.**',
        'spec.location',
        'spec.forProvider.region',
        'spec.providerConfigRef.**',
        'spec.createBucketConfiguration.**',
        annotation('services.k8s.aws/region'),
        annotation('cnrm.cloud.google.com/project-id'),
        annotation('crossplane.io/external-name'),
      ],
      why: 'the object stands for another bucket, account or container: the one with the images is no longer kept by git',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}: names`,
    },
  ],
  otherwise: [
    {
      ...{ code: 'cloud-annotation', risk: 'orphan', kinds: ALL, paths: ['metadata.annotations.*'] },
      when: ({ path }) => /\b(aws|crossplane\.io|google\.com|azure\.com)\//.test(path[2] ?? ''),
      why: 'this annotation of the controller is not known here: it may make the object stand for another bucket',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}`,
    },
    {
      ...{ code: 'cloud-unknown', risk: 'orphan', kinds: ALL, paths: ['spec.**'] },
      why: 'this setting of the bucket is not known here: nothing proves that the images stay as they are',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}`,
    },
    {
      ...{ code: 'bucket-part-unknown', risk: 'exposure', kinds: PARTS, paths: ['spec.**'] },
      why: 'how the bucket is protected changes',
      source: CROSSPLANE,
    },
  ],
  whole: [
    {
      ...{ code: 'cloud-gone', risk: 'data-loss', kinds: ALL, action: 'removed' },
      when: change => !keepsCloudSide(change),
      why: 'nothing keeps a sync from deleting it, and the bucket, account or container goes with it',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{ code: 'cloud-left', risk: 'exposure', kinds: [...ALL, ...PARTS], action: 'removed' },
      why: 'the bucket stays with its images, and git no longer keeps its access, encryption and rules',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{ code: 'lifecycle-added', risk: 'data-loss', kinds: LIFECYCLE_KINDS, action: 'added' },
      when: ({ object }) => rulesOf(object.value).some(rule => !onlyAborts(rule)),
      why: 'a rule of the bucket deletes blobs by their age, whether the registry still names them or not',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    },
  ],
};
