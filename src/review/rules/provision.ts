/** Buckets and accounts that are created from git: who deletes them, and what is deleted in them. */

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

/** Annotations that keep the cloud resource when the object is deleted, and their value. */
const RETAINED: Readonly<Record<string, string>> = {
  'services.k8s.aws/deletion-policy': 'retain',
  'cnrm.cloud.google.com/deletion-policy': 'abandon',
  'serviceoperator.azure.com/reconcile-policy': 'detach-on-delete',
};

const isRetaining = ({ path, after }: FieldChange): boolean => RETAINED[path[2] ?? ''] === after;
const isDestroy = ({ after }: FieldChange): boolean => after === true || after === 'true';
const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : ['*']);
const mayDelete = (value: unknown): boolean => names(value).some(name => name === '*' || name === 'Delete');

/** Whether the cloud resource stays when the object is deleted. */
export function keepsCloudSide({ object }: WholeChange): boolean {
  const { value } = object;
  const kept = Object.entries(RETAINED).some(([key, keep]) => textAt(value, ...annotation(key)) === keep);
  const policies = valueAt(value, 'spec', 'managementPolicies');
  return (
    kept || textAt(value, 'spec', 'deletionPolicy') === 'Orphan' || (policies !== undefined && !mayDelete(policies))
  );
}

/** A rule that only aborts unfinished uploads deletes nothing that was pushed. */
function onlyAborts(rule: unknown): boolean {
  if (!isPlainMap(rule)) return false;
  const { id: _, status: _s, filter: _f, condition: _c, action, ...does } = rule;
  const aborts = isPlainMap(action) ? action.type === 'AbortIncompleteMultipartUpload' : action === undefined;
  return aborts && Object.keys(does).every(key => key === 'abortIncompleteMultipartUpload');
}

/** The lifecycle rules of the object on one side. */
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
      why: 'when the object is deleted, the bucket, account or container is deleted with every image',
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
      why: 'the bucket, account or container stays when the object is deleted',
      source: `${ACK}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{ code: 'force-destroy', risk: 'data-loss', kinds: ALL },
      paths: [annotation('cnrm.cloud.google.com/force-destroy'), 'spec.forProvider.forceDestroy'],
      when: isDestroy,
      why: 'the bucket can be deleted even with images in it',
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
      why: 'when the object is deleted, the bucket is deleted with every image',
      source: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
    },
    {
      ...{ code: 'crossplane-keeps', risk: 'exposure', kinds: [...BUCKET, ...PARTS] },
      paths: ['spec.deletionPolicy', 'spec.managementPolicies'],
      when: ({ path, after, kind }) =>
        kind !== 'Bucket' || (path[1] === 'deletionPolicy' ? after === 'Orphan' : !mayDelete(after)),
      why: 'what the controller may do with the bucket changes; no images are deleted',
      source: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
    },
    {
      ...{ code: 'lifecycle-deletes', risk: 'data-loss', kinds: LIFECYCLE_KINDS, paths: LIFECYCLE, when: deletesBlobs },
      why: 'a lifecycle rule deletes blobs by age, even if the registry still uses them',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    },
    {
      ...{ code: 'lifecycle-aborts', risk: 'safe', kinds: LIFECYCLE_KINDS, paths: LIFECYCLE },
      when: change => !deletesBlobs(change),
      why: 'only the cleanup of unfinished uploads changes',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
    },
    {
      ...{ code: 'soft-delete', risk: 'data-loss', kinds: ['StorageAccountsBlobService'] },
      paths: ['spec.deleteRetentionPolicy.**', 'spec.containerDeleteRetentionPolicy.**', 'spec.isVersioningEnabled'],
      why: 'how long deleted blobs can be restored changes',
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
      why: 'who can read the images directly from the store changes',
      source: `${ACK}, ${CNRM}, ${ASO}: public access`,
    },
    {
      ...{ code: 'bucket-encryption', risk: 'safe', kinds: [...BUCKET, ...GCS] },
      paths: ['spec.encryption.**'],
      why: 'it applies only to new blobs',
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
      why: 'encryption or access of the bucket changes, or the setting applies to another bucket',
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
      why: 'the object now describes another bucket, account or container: git no longer manages the one with the images',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}: names`,
    },
  ],
  otherwise: [
    {
      ...{ code: 'cloud-annotation', risk: 'orphan', kinds: ALL, paths: ['metadata.annotations.*'] },
      when: ({ path }) => /\b(aws|crossplane\.io|google\.com|azure\.com)\//.test(path[2] ?? ''),
      why: 'this annotation of the controller is unknown: the object may now describe another bucket',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}`,
    },
    {
      ...{ code: 'cloud-unknown', risk: 'orphan', kinds: ALL, paths: ['spec.**'] },
      why: 'this setting of the bucket is unknown: nothing proves that the images stay as they are',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}`,
    },
    {
      ...{ code: 'bucket-part-unknown', risk: 'exposure', kinds: PARTS, paths: ['spec.**'] },
      why: 'the protection of the bucket changes',
      source: CROSSPLANE,
    },
  ],
  whole: [
    {
      ...{ code: 'cloud-gone', risk: 'data-loss', kinds: ALL, action: 'removed' },
      when: change => !keepsCloudSide(change),
      why: 'nothing protects the object from a sync: the bucket, account or container is deleted with it',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{ code: 'cloud-left', risk: 'exposure', kinds: [...ALL, ...PARTS], action: 'removed' },
      why: 'the bucket stays with its images, but git no longer manages its access, encryption and rules',
      source: `${ACK}, ${CROSSPLANE}, ${CNRM}, ${ASO}: deletion policies`,
    },
    {
      ...{ code: 'lifecycle-added', risk: 'data-loss', kinds: LIFECYCLE_KINDS, action: 'added' },
      when: ({ object }) => rulesOf(object.value).some(rule => !onlyAborts(rule)),
      why: 'a lifecycle rule deletes blobs by age, even if the registry still uses them',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    },
  ],
};
