/** Bucket claims, and the backing stores and bucket classes of the Multicloud Object Gateway. */

import { parseQuantity } from '../../values/quantity';
import { valueAt } from '../compare/paths';
import type { FieldChange, RuleTable, WholeChange } from './rule';

const CLAIM = ['ObjectBucketClaim'];
const STORE = ['BackingStore', 'NamespaceStore'];
const CLASS = ['BucketClass'];
const PROVISIONER = 'kube-object-storage/lib-bucket-provisioner:pkg/provisioner/controller.go';
const NOOBAA = 'noobaa/noobaa-operator:pkg';

const amount = (value: unknown): bigint | undefined =>
  typeof value === 'string' || typeof value === 'number' ? parseQuantity(value)?.nano : undefined;

/** Whether a limit is added or lowered. */
function isTighter({ before, after }: FieldChange): boolean {
  const now = amount(after);
  const was = amount(before);
  return now !== undefined && (was === undefined || now < was);
}

/** Whether git has the class of the claim, and the class retains buckets. */
function isRetained({ object, cluster }: WholeChange): boolean {
  const name = valueAt(object.value, 'spec', 'storageClassName');
  const found = cluster.before.ofKind('StorageClass').find(candidate => candidate.name === name);
  return valueAt(found?.value, 'reclaimPolicy') === 'Retain';
}

/** Whether a claim of another name has, or had, the bucket. */
function isBucketOfOther({ object, cluster }: WholeChange): boolean {
  const bucket = valueAt(object.value, 'spec', 'bucketName');
  const claims = cluster.before.ofKind('ObjectBucketClaim');
  return bucket !== undefined && claims.some(claim => valueAt(claim.value, 'spec', 'bucketName') === bucket);
}

export const BUCKETS: RuleTable = {
  fields: [
    {
      ...{ code: 'bucket-quota-tighter', risk: 'outage', kinds: CLAIM },
      paths: ['spec.additionalConfig.maxSize', 'spec.additionalConfig.maxObjects'],
      when: isTighter,
      why: 'pushes fail when the bucket reaches this limit',
      source: PROVISIONER,
    },
    {
      ...{ code: 'bucket-quota-wider', risk: 'safe', kinds: CLAIM },
      paths: ['spec.additionalConfig.maxSize', 'spec.additionalConfig.maxObjects'],
      when: change => !isTighter(change),
      why: 'the bucket may hold more',
      source: PROVISIONER,
    },
    {
      ...{ code: 'bucket-lifecycle', risk: 'data-loss', kinds: CLAIM },
      paths: ['spec.additionalConfig.bucketLifecycle', 'spec.additionalConfig.bucketLifecycle.**'],
      why: 'lifecycle rules of a bucket can delete blobs that the registry still uses',
      source: 'rook/rook:pkg/operator/ceph/object/bucket',
    },
    {
      ...{ code: 'backing-store-grows', risk: 'safe', kinds: STORE, paths: ['spec.pvPool.numVolumes'] },
      when: ({ before, after }) => Number(after) > Number(before),
      why: 'the pool gets more volumes',
      source: `${NOOBAA}/backingstore`,
    },
    {
      ...{ code: 'backing-store-shrinks', risk: 'immutable', kinds: STORE, paths: ['spec.pvPool.numVolumes'] },
      when: ({ before, after }) => !(Number(after) > Number(before)),
      why: 'a pool cannot lose volumes: the operator refuses it',
      source: `${NOOBAA}/validations`,
    },
    {
      ...{ code: 'backing-store-pods', risk: 'rollout', kinds: STORE, paths: ['spec.pvPool.resources.limits.**'] },
      why: 'the pods of the store restart, and its buckets are slow meanwhile',
      source: `${NOOBAA}/backingstore`,
    },
    {
      ...{ code: 'object-protection', risk: 'data-loss', kinds: [...CLAIM, ...STORE, ...CLASS] },
      paths: ['metadata.deletionTimestamp'],
      why: 'the object is being deleted',
      source: PROVISIONER,
    },
  ],
  otherwise: [
    {
      ...{ code: 'bucket-claim-setting', risk: 'orphan', kinds: CLAIM, paths: ['spec.additionalConfig.**'] },
      why: 'this setting of the bucket is unknown: it may place the bucket elsewhere',
      source: PROVISIONER,
    },
    {
      ...{ code: 'bucket-claim-immutable', risk: 'immutable', kinds: CLAIM, paths: ['spec.**'] },
      why: 'the controller ignores every change except additionalConfig: the claim keeps its bucket, and git differs from the cluster',
      source: PROVISIONER,
    },
    {
      ...{ code: 'backing-store-moved', risk: 'orphan', kinds: STORE, paths: ['spec.**'] },
      why: 'the buckets use a different store, or reach it in a different way: their content may stay behind',
      source: `${NOOBAA}/backingstore`,
    },
    {
      ...{ code: 'bucket-class-moved', risk: 'orphan', kinds: CLASS, paths: ['spec.**'] },
      why: 'buckets of the class are placed elsewhere',
      source: `${NOOBAA}/bucketclass`,
    },
  ],
  whole: [
    {
      ...{ code: 'bucket-claim-again', risk: 'stuck', kinds: CLAIM, action: 'added', when: isBucketOfOther },
      why: 'another claim has the bucket of this name: a bucket that exists is not given to a new claim, which stays Pending, and the sync waits for it; delete nothing, and keep the name of the claim',
      source: `${PROVISIONER} provisionClaim; BucketAlreadyExists`,
    },
    {
      ...{ code: 'bucket-claim-gone', risk: 'data-loss', kinds: CLAIM, action: 'removed' },
      when: change => !isRetained(change),
      why: 'nothing protects the claim from a sync; with reclaimPolicy Delete, the default, the bucket is deleted with every image',
      source: 'kube-object-storage/lib-bucket-provisioner:pkg/provisioner; rook RemoveBucket PurgeObject',
    },
    {
      ...{ code: 'bucket-claim-gone-retained', risk: 'orphan', kinds: CLAIM, action: 'removed', when: isRetained },
      why: 'the class retains the bucket, but its keys are revoked, and a new claim of that name is refused: the registry can no longer read its images',
      source: 'kube-object-storage/lib-bucket-provisioner:pkg/provisioner Revoke',
    },
    {
      ...{ code: 'backing-store-gone', risk: 'data-loss', kinds: STORE, action: 'removed' },
      why: 'nothing protects the store from a sync: deleting it deletes the data of every bucket in it',
      source: `${NOOBAA}/backingstore`,
    },
    {
      ...{ code: 'bucket-class-gone', risk: 'stuck', kinds: CLASS, action: 'removed' },
      why: 'claims of the class are not bound without it',
      source: `${NOOBAA}/bucketclass`,
    },
  ],
};
