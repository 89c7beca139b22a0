/** The S3 bucket by Crossplane's AWS provider: one resource for the bucket, and one for each of its settings. */

import * as namespaced from '../../../imports/s3.aws.m.upbound.io';
import * as clusterScoped from '../../../imports/s3.aws.upbound.io';
import type { ProvisionBy } from '../../model/provision';
import { type Definition, define, type Kind } from '../common/definition';
import { type Marks, objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { ABORT_RULE, encryptionRule } from './bucket-settings';

type CrossplaneBucket = ProvisionBy<'crossplane'>;

/** The kinds of one group differ in nothing that is set here but their types. */
type BucketKind = Kind<{ metadata?: Marks; spec: never }>;
type KindName =
  | 'Bucket'
  | 'BucketPublicAccessBlock'
  | 'BucketServerSideEncryptionConfiguration'
  | 'BucketLifecycleConfiguration';

const KINDS: Readonly<Record<CrossplaneBucket['group'], Readonly<Record<KindName, BucketKind>>>> = {
  's3.aws.upbound.io': clusterScoped,
  's3.aws.m.upbound.io': namespaced,
};

/** Defines the bucket and its settings; they stay when the objects go. */
export function defineCrossplaneBucket(
  model: WithMetadata,
  provision: CrossplaneBucket,
): readonly [Definition, ...Definition[]] {
  const { bucket, namespace, group } = provision;
  const { Bucket: bucketSettings, ...others } = settingsOf(provision);
  const ofKind = (kind: KindName, settings: object): Definition =>
    define(KINDS[group][kind], kind, {
      metadata: objectMetadata(model, { role: 'provisionedBucket', name: bucket, namespace }),
      spec: { forProvider: { region: provision.region, ...settings }, ...keeping(provision) } as never,
    });
  const rest = Object.entries(others) as [keyof typeof others, object][];
  return [ofKind('Bucket', bucketSettings), ...rest.map(([kind, settings]) => ofKind(kind, settings))];
}

/** The namespaced group has no deletion policy: there the right to delete is left out. */
function keeping({ group, providerConfig }: CrossplaneBucket): object {
  if (group === 's3.aws.upbound.io') {
    return { deletionPolicy: 'Orphan', providerConfigRef: { name: providerConfig } };
  }
  return {
    managementPolicies: ['Observe', 'Create', 'Update', 'LateInitialize'],
    providerConfigRef: { kind: 'ClusterProviderConfig', name: providerConfig },
  };
}

function settingsOf({ bucket, keyID }: CrossplaneBucket): Readonly<Record<KindName, object>> {
  const bucketRef = { name: bucket };
  const { id, status, prefix, daysAfterInitiation } = ABORT_RULE;
  return {
    Bucket: { forceDestroy: false },
    BucketPublicAccessBlock: {
      bucketRef,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    BucketServerSideEncryptionConfiguration: { bucketRef, rule: [encryptionRule(keyID)] },
    BucketLifecycleConfiguration: {
      bucketRef,
      rule: [{ id, status, filter: [{ prefix }], abortIncompleteMultipartUpload: [{ daysAfterInitiation }] }],
    },
  };
}
