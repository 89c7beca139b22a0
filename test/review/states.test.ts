import { fails } from '../../src/review/formats/words';
import { review } from '../../src/review/review';
import { textSide } from '../../src/review/sides/folder';
import { BASES } from './pairs/bases';
import { changesBetween, changesOfEdit, type Plain, sidesOf } from './pairs/pair';

const base = (name: string): Plain => structuredClone(BASES[name]) as Plain;
const annotated = (name: string, annotations: Readonly<Record<string, string>>): Plain => {
  const object = base(name);
  const keyed = Object.entries(annotations).map(([key, value]) => [`argocd.argoproj.io/${key}`, value]);
  const metadata = object.metadata as { readonly annotations?: object };
  return {
    ...object,
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...Object.fromEntries(keyed) } },
  };
};
const withBucket = (name: string, bucketName: string): Plain => {
  const object = base('ObjectBucketClaim');
  return { ...object, metadata: { ...(object.metadata as Plain), name }, spec: { bucketName } };
};
const edited = (name: string, edit: string): Plain => sidesOf(name, edit)[1] as Plain;
const found = (before: readonly Plain[], after: readonly Plain[], folder?: string): readonly string[] =>
  changesBetween(before, after, folder).map(({ code, risk }) => `${risk} ${code}`);

/** Objects that are wrong only together: what was there, what is there, what is found, why. */
const STATES: readonly (readonly [
  name: string,
  before: readonly Plain[],
  after: readonly Plain[],
  expected: string,
  fact: string,
])[] = [
  [
    'a second backend',
    [base('Config')],
    [edited('Config', 'spec.storage.pvc: – → {claim: images}')],
    'stuck two-backends',
    'exactly one storage type should be configured at the same time, got 2',
  ],
  [
    'a move away from an S3 whose zero values git never wrote',
    [edited('Config', 'spec.storage.s3: – → {bucket: a}')],
    [base('Config on a claim')],
    'stuck backend-stays',
    'the residue of s3 stays',
  ],
  [
    'a second replica on a block claim',
    [base('Config on a block claim'), base('block claim')],
    [edited('Config on a block claim', 'spec.replicas: 1 → 2'), base('block claim')],
    'stuck single-writer',
    'multi-attach, without a message',
  ],
  [
    'RollingUpdate on a block claim',
    [base('Config on a block claim'), base('block claim')],
    [edited('Config on a block claim', 'spec.rolloutStrategy: Recreate → RollingUpdate'), base('block claim')],
    'stuck single-writer-rollout',
    'the rollout never ends',
  ],
  [
    'a second replica on emptyDir',
    [base('Config on emptyDir')],
    [edited('Config on emptyDir', 'spec.replicas: 1 → 2')],
    'outage pods-disagree',
    'emptyDir cannot be used with more than one replica',
  ],
  [
    'a claim in a wave before the registry',
    [base('Config on a claim'), base('PersistentVolumeClaim')],
    [base('Config on a claim'), annotated('PersistentVolumeClaim', { 'sync-wave': '-5' })],
    'stuck waves-wait',
    'a claim that waits for its first consumer is Progressing',
  ],
  [
    'credentials in a wave after the registry',
    [base('Config'), base('ExternalSecret')],
    [base('Config'), annotated('ExternalSecret', { 'sync-wave': '5' })],
    'stuck waves-wait',
    'the Config is healthy only with its Secret',
  ],
  [
    'an object in a wave before its namespace',
    [base('Namespace'), base('ServiceAccount')],
    [annotated('Namespace', { 'sync-wave': '1' }), base('ServiceAccount')],
    'stuck wave-before-namespace',
    'namespaces "work" not found',
  ],
  [
    'a claim that grows, of a class that forbids it',
    [base('StorageClass'), base('PersistentVolumeClaim')],
    [base('StorageClass'), edited('PersistentVolumeClaim', 'spec.resources.requests.storage: 100Gi → 200Gi')],
    'immutable claim-cannot-grow',
    'only dynamically provisioned pvc can be resized',
  ],
  [
    'a bucket claim that goes, its class retains',
    [base('bucket class of storage'), base('retained ObjectBucketClaim')],
    [base('bucket class of storage')],
    'orphan bucket-claim-gone-retained',
    'Revoke: the account goes, the bucket stays',
  ],
  [
    'a bucket claim with another name for the same bucket',
    [withBucket('old', 'images')],
    [withBucket('old', 'images'), withBucket('new', 'images')],
    'stuck bucket-claim-again',
    'Provision: the bucket exists, and belongs to another claim',
  ],
  [
    'the role of a job goes, the job stays',
    [base('Role of a job'), base('Job')],
    [base('Job')],
    'stuck worker-rights-removed',
    'the Job fails: forbidden',
  ],
  [
    'the bundle of the storage changes',
    [base('Config with endpoint'), base('ConfigMap of nodes')],
    [base('Config with endpoint'), edited('ConfigMap of nodes', 'data: {a.example.com: A} → {a.example.com: B}')],
    'rollout storage-bundle',
    'the content is in a checksum of the pods',
  ],
  [
    'the bundle of the storage goes',
    [base('Config with endpoint'), base('ConfigMap of nodes')],
    [base('Config with endpoint')],
    'outage bundle-gone',
    'ImageRegistryCertificatesControllerError',
  ],
];

test.each(STATES)('%s', (_, before, after, expected) => {
  expect(found(before, after)).toContain(expected);
});

test.each(STATES)('%s: not said where it was so before', (_, _before, after) => {
  expect(found(after, after)).toEqual([]);
});

test('a claim behind a takeover may come first: the takeover is its consumer', () => {
  const job = annotated('Job of a hook', { 'sync-wave': '10' });
  const takeover = { ...job, metadata: { ...(job.metadata as object), name: 'registry-takeover' } };
  const config = annotated('Config on a claim', { 'sync-wave': '20' });
  const claim = annotated('PersistentVolumeClaim', { 'sync-wave': '10' });
  expect(found([config, base('PersistentVolumeClaim'), takeover], [config, claim, takeover])).toEqual(['safe wave']);
});

test('a kind that the project of Argo CD does not list', () => {
  const project = { ...base('AppProject') };
  const files = (objects: readonly Plain[]) => [...objects, project];
  const changes = changesBetween(files([base('Config')]), files([base('Config'), base('PersistentVolumeClaim')]));
  expect(changes.map(({ code }) => code)).toEqual(['added']);
  expect(found([project], [project], 'argocd')).toEqual([]);
});

test("the project of Argo CD rules over a cluster's objects, and not over itself and its neighbours", () => {
  const side = (label: string, files: Readonly<Record<string, Plain>>) =>
    textSide(label, new Map(Object.entries(files).map(([path, object]) => [path, JSON.stringify(object)])));
  const after = side('head', {
    'argocd/project.json': base('AppProject'),
    'argocd/set.json': base('ApplicationSet'),
    'clusters/c/config.json': base('Config'),
    'clusters/c/claim.json': base('PersistentVolumeClaim'),
  });
  const before = side('base', { 'clusters/c/config.json': base('Config') });
  const stuck = review(before, after).changes.filter(({ risk }) => risk === 'stuck');
  expect(stuck.map(({ code, kind }) => `${code} ${kind}`)).toEqual(['project-lacks-kind PersistentVolumeClaim']);
});

describe('what has burnt people would have been stopped', () => {
  const stopped = (changes: ReturnType<typeof changesBetween>): boolean =>
    fails({ base: '', head: '', clusters: 1, changes }, 'outage');

  test.each<readonly [burn: string, changes: () => ReturnType<typeof changesBetween>]>([
    ['argo-cd#17440: namespaces pruned', () => changesOfEdit('Namespace', 'removed')],
    ['argo-cd#15058: a plugin printed less, and prune took the rest', () => changesOfEdit('SealedSecret', 'removed')],
    ['infra-deployments#4132: an overlay dropped its Applications', () => changesOfEdit('Application', 'removed')],
    [
      'argo-cd#22607: two Applications with one object',
      () =>
        changesOfEdit('ApplicationSet', 'spec.template.spec.syncPolicy.syncOptions: [FailOnSharedResource=true] → []'),
    ],
    ['home-ops#5149: parameters of a class', () => changesOfEdit('StorageClass', 'parameters.type: a → b')],
    [
      'argo-cd#12840: a claim in a wave of its own',
      () =>
        changesBetween(
          [base('Config on a claim'), base('PersistentVolumeClaim')],
          [annotated('Config on a claim', { 'sync-wave': '5' }), base('PersistentVolumeClaim')],
        ),
    ],
    [
      'infra-deployments#13434: objects before their namespace',
      () =>
        changesBetween(
          [base('Namespace'), base('ExternalSecret')],
          [
            annotated('Namespace', { 'sync-wave': '3' }),
            { ...base('ExternalSecret'), metadata: { name: 'x', namespace: 'work' } },
          ],
        ),
    ],
    [
      'cluster-image-registry-operator#630: trust that was there is gone',
      () => changesOfEdit('Config with endpoint', 'spec.storage.s3.trustedCA.name: ca → ""'),
    ],
    [
      'uzi#1414: Replace and Force to get past what is immutable',
      () => changesOfEdit('PersistentVolumeClaim', '@sync-options: Prune=false → Prune=false,Force=true,Replace=true'),
    ],
    ['a two-line diff: another bucket', () => changesOfEdit('Config', 'spec.storage.s3.bucket: a → b')],
    [
      'a two-line diff: another backend',
      () => changesOfEdit('Config', 'spec.storage.s3: {bucket: a} → –; spec.storage.pvc: – → {claim: a}'),
    ],
    [
      'one word: Unmanaged to Managed',
      () => changesOfEdit('Config', 'spec.storage.managementState: Unmanaged → Managed'),
    ],
    ['one word: Removed', () => changesOfEdit('Config', 'spec.managementState: Managed → Removed')],
    [
      'one number: two replicas on a block volume',
      () =>
        changesBetween(
          [base('Config on a block claim'), base('block claim')],
          [edited('Config on a block claim', 'spec.replicas: 1 → 2'), base('block claim')],
        ),
    ],
    ['one line less: Prune=false', () => changesOfEdit('Config', '@sync-options: Prune=false → –')],
    ['an object disappears', () => changesOfEdit('PersistentVolumeClaim', 'removed')],
    ['disableRedirect flips', () => changesOfEdit('Config with endpoint', 'spec.disableRedirect: true → –')],
    [
      'claim, bucket claim and class are changed where they cannot be',
      () => changesOfEdit('ObjectBucketClaim', 'spec.bucketName: a → b'),
    ],
  ])('%s', (_, changes) => {
    expect(stopped(changes())).toBe(true);
  });

  test('a file that is only renamed is no change', () => {
    const [config, claim] = [base('Config on a claim'), base('PersistentVolumeClaim')];
    expect(changesBetween([config, claim], [claim, config])).toEqual([]);
  });
});
