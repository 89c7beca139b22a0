/** `Config.spec.storage`: where the images are, and who owns them. */

import { isOtherStore, partitionOf } from '../../facts/aws-regions';
import type { FieldPath } from '../change';
import { textAt, valueAt } from '../compare/paths';
import { type FieldChange, OPERATOR, type RuleTable } from './rule';

const CONFIG = ['Config'];
const SYNC = `${OPERATOR}:pkg/resource/generator.go`;

const storage = (...keys: readonly string[]): string[] => keys.map(key => `spec.storage.${key}`);

/** Fields that identify where images are: a change leaves them behind. */
const IDENTITY = storage(
  's3.bucket',
  's3.region',
  's3.regionEndpoint',
  'gcs.bucket',
  'azure.accountName',
  'azure.container',
  'azure.cloudName',
  'swift.container',
  'swift.authURL',
  'swift.tenant',
  'swift.tenantID',
  'swift.domain',
  'swift.domainID',
  'swift.regionName',
  'ibmcos.bucket',
  'ibmcos.location',
  'ibmcos.serviceInstanceCRN',
  'oss.bucket',
  'oss.region',
  'pvc.claim',
);

/** Fields that change how the same place is reached. */
const ACCESS = storage(
  's3.encrypt',
  's3.keyID',
  's3.cloudFront.**',
  's3.chunkSizeMiB',
  's3.trustedCA.**',
  's3.virtualHostedStyle',
  'gcs.keyID',
  'gcs.projectID',
  'gcs.region',
  'azure.networkAccess.**',
  'swift.authVersion',
  'ibmcos.resourceGroupName',
  'ibmcos.resourceKeyCRN',
  'oss.endpointAccessibility',
  'oss.encryption.**',
);

const MANAGED = ['spec.storage.managementState'];

const isDropped = ({ before, after }: FieldChange): boolean => isSet(before) && !isSet(after);
const isSet = (value: unknown): boolean => value !== undefined && value !== '' && value !== false;
/** On a platform without default storage, the operator leaves the registry Removed and without storage. */
const isFirst = ({ old }: FieldChange): boolean =>
  textAt(old?.value, 'spec', 'managementState') === 'Removed' && backendsOf(old?.value).length === 0;
const hasEndpoint = ({ now, old }: FieldChange): boolean =>
  textAt(now?.value ?? old?.value, 'spec', 'storage', 's3', 'regionEndpoint') !== undefined;

/**
 * The same bucket, called in another region. Names of buckets are unique in all regions of a partition of AWS; other stores
 * use the region for signatures alone.
 */
function isOtherRegionAlone({ path, before, after, old, now }: FieldChange): boolean {
  if (path.join('.') !== 'spec.storage.s3.region' || !isText(before) || !isText(after)) return false;
  const [was, is] = [old, now].map(side => (valueAt(side?.value, 'spec', 'storage', 's3') ?? {}) as S3);
  const same = was?.bucket !== undefined && was.bucket === is?.bucket && was.regionEndpoint === is.regionEndpoint;
  const isStore = isOtherStore({ ...was }) && isOtherStore({ ...is });
  return same && (isStore || (partitionOf(before) !== undefined && partitionOf(before) === partitionOf(after)));
}

type S3 = Readonly<Record<string, unknown>>;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The keys below `storage` that are backends. */
export const backendsOf = (config: unknown): readonly string[] =>
  Object.keys((valueAt(config, 'spec', 'storage') as object | undefined) ?? {})
    .filter(key => key !== 'managementState')
    .sort();

/** The backend that a path belongs to. */
export const backendOfPath = (path: FieldPath): string | undefined =>
  path[0] === 'spec' && path[1] === 'storage' && path[2] !== 'managementState' ? path[2] : undefined;

export const STORAGE: RuleTable = {
  fields: [
    {
      ...{ code: 'storage-becomes-managed', risk: 'data-loss', kinds: CONFIG, paths: MANAGED },
      when: ({ after }) => after === 'Managed',
      why: 'the operator treats the storage as its own: it overwrites tags and lifecycle rules, and deletes it with every image when the registry is Removed or the Config is deleted',
      source: `${SYNC} Remove; pkg/storage/s3/s3.go`,
    },
    {
      ...{ code: 'storage-ownership-dropped', risk: 'data-loss', kinds: CONFIG, paths: MANAGED },
      when: ({ before, after }) => before === 'Unmanaged' && after === undefined,
      why: 'without Unmanaged the operator decides itself who owns the storage, and deletes what it treats as its own with the registry',
      source: `${SYNC} syncStorage`,
    },
    {
      ...{ code: 'storage-released', risk: 'safe', kinds: CONFIG, paths: MANAGED },
      when: ({ after }) => after === 'Unmanaged',
      why: 'the operator no longer configures or deletes the storage; no pod restarts',
      source: `${SYNC} Remove`,
    },
    {
      ...{ code: 'storage-ownership-unsaid', risk: 'exposure', kinds: CONFIG, paths: MANAGED },
      when: ({ before, after }) => before === 'Managed' && after === undefined,
      why: 'git no longer sets who owns the storage; the operator keeps treating it as its own',
      source: `${SYNC} syncStorage`,
    },
    {
      ...{ code: 'images-moved', risk: 'orphan', kinds: CONFIG, paths: IDENTITY },
      when: change => !isDropped(change) && !isFirst(change) && !isOtherRegionAlone(change),
      why: 'the registry looks for its images in the new place; nothing copies them, and pulls of existing images fail',
      source: `${SYNC} storageReconfigured`,
    },
    {
      ...{ code: 'bucket-region', risk: 'outage', kinds: CONFIG, paths: storage('s3.region') },
      when: isOtherRegionAlone,
      why: 'a bucket has one region: the images stay where they are, and requests that are signed for another region are refused; right only where the region was wrong before',
      source: 'AWS Signature Version 4, credential scope; Amazon S3 user guide, bucket naming rules',
    },
    {
      ...{ code: 'storage-first', risk: 'rollout', kinds: CONFIG, paths: IDENTITY, when: isFirst },
      why: 'a registry that was Removed and had no storage gets one: there are no images to leave behind',
      source: `${OPERATOR}:pkg/operator/bootstrap.go`,
    },
    {
      ...{ code: 'storage-name-dropped', risk: 'orphan', kinds: CONFIG, paths: IDENTITY },
      when: isDropped,
      why: 'the operator fills in what git no longer sets, if possible with a new and empty bucket, container or claim',
      source: `${OPERATOR}:pkg/storage; server-side apply of the change on an API server`,
    },
    {
      ...{ code: 'images-in-pods', risk: 'data-loss', kinds: CONFIG, paths: ['spec.storage.emptyDir.**'] },
      why: 'emptyDir is in the pod: its images are lost with every restart, and with this change',
      source: `${OPERATOR}:pkg/storage/emptydir`,
    },
    {
      ...{ code: 'storage-unencrypted', risk: 'rollout', kinds: CONFIG, paths: storage('s3.encrypt') },
      when: isDropped,
      why: 'the registry restarts, and the store does not encrypt what is pushed from then on',
      source: `${OPERATOR}:pkg/storage/s3/s3.go ConfigEnv`,
    },
    {
      ...{ code: 'storage-access', risk: 'rollout', kinds: CONFIG, paths: ACCESS },
      when: ({ before, after }) => isSet(before) || isSet(after),
      why: 'the registry restarts with other settings for the same storage; if they are wrong, new pods do not start and the old ones stay',
      source: `${OPERATOR}:pkg/resource/podtemplatespec.go`,
    },
    {
      ...{ code: 'storage-ca-removed', risk: 'outage', kinds: CONFIG, paths: storage('s3.trustedCA.**') },
      when: change => isDropped(change) && hasEndpoint(change),
      why: 'the operator and the registry no longer trust the certificate of the endpoint (x509: certificate signed by unknown authority)',
      source: `${OPERATOR}:pkg/storage/s3/s3.go CABundle`,
    },
    {
      ...{ code: 'bucket-address-style', risk: 'outage', kinds: CONFIG, paths: storage('s3.virtualHostedStyle') },
      when: change => hasEndpoint(change) && isSet(change.before) !== isSet(change.after),
      why: 'the bucket becomes part of the host name, or is no longer part of it; few endpoints support both',
      source: `${OPERATOR}:pkg/storage/s3/s3.go`,
    },
    {
      ...{ code: 'storage-zero-dropped', risk: 'exposure', kinds: CONFIG },
      paths: storage('s3.virtualHostedStyle', 's3.trustedCA.name'),
      when: ({ before, after }) => (before === false || before === '') && after === undefined,
      why: 'the operator writes this value itself: if git does not own it, it stays behind at the next change of backend, which then has two backends',
      source: 'server-side apply of the change on an API server, with the operator running',
    },
  ],
  otherwise: [
    {
      ...{ code: 'storage-unknown', risk: 'orphan', kinds: CONFIG, paths: ['spec.storage.**'] },
      why: 'this field of the storage is unknown: it may name another place for the images',
      source: `${SYNC} syncStorage`,
    },
  ],
};
