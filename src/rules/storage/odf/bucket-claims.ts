/** ObjectBucketClaims, and the classes and stores of NooBaa behind them: names and settings that their provisioners accept. */

import type { BackingStore } from '../../../config/shape/backing-store';
import { parseQuantity } from '../../../values/quantity';
import { type Hit, hitIf, type Rule } from '../../rule';
import { s3NameProblem } from '../s3/bucket-names';
import { type ConfiguredStore, storesOf } from './odf';

const BASE = 'trustedCA: {configMap: ingress-ca}';

/** A cluster with these settings of a bucket. */
const example = (settings: string, store = 'noobaa'): string => `
    platform: baremetal
    baseDomain: prod.example.com
    storage: {odf: {${store}: {${BASE}, ${settings}}}}
    credentials: {bucketClaim: {externalSecret: {}}}`;

const VALID = example('bucketName: registry');
const STORE = 'backingStore: {name: pool, pvPool: {numVolumes: 3, resources: {requests: {storage: 50Gi}}}}';
const NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const names: Rule = {
  code: 'OBC_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the name of an ODF object is not valid',
  why: 'the API server refuses the object',
  fix: 'use a-z, 0-9 and dashes, and begin and end with a letter or digit',
  source: 'RFC 1123; Kubernetes object names',
  bad: example('bucketName: registry, claim: Registry_Bucket'),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(({ path, bucket }) => {
      const { claim, claimNamespace, storageClassName, storageClass, backingStore, bucketClass } = bucket;
      const rows: readonly (readonly [readonly string[], string | undefined, RegExp])[] = [
        [['claim'], claim, NAME],
        [['claimNamespace'], claimNamespace, LABEL],
        [['storageClassName'], storageClassName, NAME],
        [['storageClass', 'name'], storageClass?.name, NAME],
        [['backingStore', 'name'], backingStore?.name, NAME],
        [['bucketClass', 'name'], bucketClass?.name, NAME],
      ];
      return rows.flatMap(([keys, text, form]) =>
        hitIf(text !== undefined && !form.test(text), () => ({
          path: [...path, ...keys],
          what: `${keys.join('.')} "${text}" is not a valid Kubernetes name`,
        })),
      );
    }),
};

/** What the provisioner appends to a generated name: a dash and a UUID. */
const SUFFIX = '-00000000-0000-4000-8000-000000000000';

const bucketNames: Rule = {
  code: 'OBC_BUCKET_NAME',
  severity: 'error',
  title: 'the bucket name is not valid',
  why: 'the provisioner refuses the name, and the ObjectBucketClaim stays Pending',
  fix: 'use 3 to 63 characters, a-z, 0-9, dots and dashes; at most 26 for generateBucketName, to which a UUID is appended',
  source: 'kube-object-storage/lib-bucket-provisioner pkg/provisioner',
  bad: example('bucketName: Acme_Registry'),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { bucketName, generateBucketName } }) => {
      const fixed = bucketName ? s3NameProblem(bucketName) : undefined;
      const generated = generateBucketName ? s3NameProblem(`${generateBucketName}${SUFFIX}`) : undefined;
      return [
        ...hitIf(fixed !== undefined, () => ({
          path: [...path, 'bucketName'],
          what: `bucketName "${bucketName}" ${fixed}`,
        })),
        ...hitIf(generated !== undefined, () => ({
          path: [...path, 'generateBucketName'],
          what: `generateBucketName "${generateBucketName}", with a UUID appended, ${generated}`,
        })),
      ];
    }),
};

const oneClass: Rule = {
  code: 'OBC_STORAGE_CLASS',
  severity: 'error',
  title: 'both storageClassName and storageClass are set',
  why: 'a claim has one StorageClass: the other would have no effect',
  fix: 'keep storageClass to create a class, or storageClassName to use an existing one',
  source: 'kube-object-storage/lib-bucket-provisioner ObjectBucketClaim',
  bad: example('bucketName: registry, storageClassName: gold, storageClass: {name: silver}'),
  good: example('bucketName: registry, storageClass: {name: silver}'),
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { storageClass, storageClassName } }) =>
      hitIf(storageClass !== undefined && storageClassName !== undefined, () => ({
        path: [...path, 'storageClassName'],
        what: `storageClassName "${storageClassName}" and storageClass "${storageClass?.name}" cannot both be set`,
      })),
    ),
};

const SETTINGS: Readonly<Record<ConfiguredStore['store'], readonly string[]>> = {
  rgw: ['maxObjects', 'maxSize'],
  noobaa: ['bucketclass', 'maxObjects', 'maxSize', 'path', 'quota', 'replicationPolicy', 'nsfsAccountConfig'],
};

const additionalConfig: Rule = {
  code: 'OBC_ADDITIONAL_CONFIG',
  severity: 'error',
  title: 'the provisioner does not accept a setting in additionalConfig',
  why: 'Rook refuses the claim, which stays Pending; NooBaa ignores the setting',
  fix: 'for rgw set only maxObjects and maxSize; accept this if ROOK_OBC_ALLOW_ADDITIONAL_CONFIG_FIELDS allows more',
  source: 'rook ROOK_OBC_ALLOW_ADDITIONAL_CONFIG_FIELDS; noobaa pkg/obc',
  bad: example('bucketName: registry, additionalConfig: {bucketPolicy: "{}"}', 'rgw'),
  good: example('bucketName: registry, additionalConfig: {maxSize: 500Gi}', 'rgw'),
  check: input =>
    storesOf(input).flatMap(({ store, path, bucket }) =>
      Object.entries(bucket.additionalConfig ?? {}).flatMap(([key, value]): readonly Hit[] => {
        const at = [...path, 'additionalConfig', key];
        if (!SETTINGS[store].includes(key)) {
          const warning = store === 'noobaa' ? { severity: 'warning' as const } : {};
          return [{ path: at, what: `${store} has no additionalConfig setting "${key}"`, ...warning }];
        }
        const counted = key === 'maxObjects' || key === 'maxSize';
        const fix = 'write a quantity, for example maxSize: 500Gi or maxObjects: "100000"';
        return hitIf(counted && parseQuantity(value) === undefined, () => ({
          path: at,
          what: `${key} "${value}" is not a Kubernetes quantity`,
          fix,
        }));
      }),
    ),
};

const KINDS = ['awsS3', 'azureBlob', 'googleCloudStorage', 'ibmCos', 's3Compatible', 'pvPool'] as const;

const kindsOf = (store: BackingStore): readonly string[] => KINDS.filter(kind => store[kind] !== undefined);

const backingStore: Rule = {
  code: 'NOOBAA_BACKING_STORE',
  severity: 'error',
  acceptable: false,
  title: 'backingStore must have exactly one kind of store',
  why: 'the type follows from the kind of store: the API server refuses a BackingStore without it',
  fix: `keep exactly one of ${KINDS.join(', ')}`,
  source: 'noobaa/noobaa-operator pkg/apis/noobaa/v1alpha1',
  bad: example('bucketName: registry, backingStore: {name: pool}, bucketClass: {name: registry}'),
  good: example(`bucketName: registry, ${STORE}, bucketClass: {name: registry}`),
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { backingStore: spec } }) => {
      if (spec === undefined) return [];
      const kinds = kindsOf(spec);
      const at = [...path, 'backingStore'];
      if (kinds.length !== 1)
        return [
          { path: at, what: `backingStore must have exactly one kind of store, not ${kinds.join(' and ') || 'none'}` },
        ];
      return hitIf(spec.type !== undefined && spec.type !== typeOf(kinds[0] ?? ''), () => ({
        path: [...at, 'type'],
        what: `type ${spec.type} does not match the store ${kinds[0]}`,
        fix: 'remove type: it follows from the kind of store',
      }));
    }),
};

/** `awsS3` as `aws-s3`. */
const typeOf = (kind: string): string => kind.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

const bucketClass: Rule = {
  code: 'NOOBAA_BUCKET_CLASS',
  severity: 'error',
  title: 'bucketClass and backingStore do not match',
  why: 'NooBaa rejects a BucketClass without a store, and the claim stays Pending; a BackingStore that no BucketClass names holds nothing',
  fix: 'add both backingStore and bucketClass, or set bucketClass.placementPolicy with the names of existing stores',
  source: 'noobaa/noobaa-operator pkg/bucketclass',
  bad: example('bucketName: registry, bucketClass: {name: registry}'),
  good: example(`bucketName: registry, ${STORE}, bucketClass: {name: registry}`),
  check: input => storesOf(input).flatMap(classHits),
};

function classHits({ path, bucket }: ConfiguredStore): readonly Hit[] {
  const { backingStore: store, bucketClass: spec } = bucket;
  if (spec === undefined) {
    const what = `backingStore "${store?.name}" is not used: there is no bucketClass`;
    return hitIf(store !== undefined, () => ({ path: [...path, 'backingStore'], what, severity: 'warning' }));
  }
  const at = [...path, 'bucketClass'];
  const { tiers } = spec.placementPolicy ?? {};
  if (tiers === undefined) {
    const what = `bucketClass "${spec.name}" has no store: set backingStore or placementPolicy`;
    return hitIf(store === undefined, () => ({ path: at, what }));
  }
  const tiersPath = [...at, 'placementPolicy', 'tiers'];
  if (tiers.length === 0) return [{ path: tiersPath, what: 'placementPolicy.tiers must not be empty' }];
  const empty = tiers.findIndex(({ backingStores }) => !backingStores?.length);
  if (empty >= 0)
    return [
      {
        path: [...tiersPath, empty, 'backingStores'],
        what: `tier ${empty + 1} of placementPolicy has no backing store`,
      },
    ];
  const used = store === undefined || tiers.some(({ backingStores }) => backingStores.includes(store.name));
  const what = `backingStore "${store?.name}" is not used: no tier of placementPolicy names it`;
  return hitIf(!used, () => ({ path: [...path, 'backingStore'], what, severity: 'warning' }));
}

/** In the order they are listed in the documentation. */
export const BUCKET_CLAIM_RULES: readonly Rule[] = [
  names,
  bucketNames,
  oneClass,
  additionalConfig,
  backingStore,
  bucketClass,
];
