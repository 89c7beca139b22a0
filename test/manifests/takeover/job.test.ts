/** The takeover Job's own script, run against a server and an operator in memory. */

import { FakeApi } from '../../support/fake-api';
import { backendsOf, CONFIG, FakeOperator, type PLATFORM_STORAGE } from '../../support/fake-operator';
import { type AnyManifest, objectOf, objectsOf } from '../../support/fleet';
import { type JobRun, runJob } from '../../support/run-job';
import type { Fields } from '../../support/server-side-apply';

const GIT = 'argocd-controller';
const JOB = 'registry-takeover';
const PVC = 'storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}';
const credentials = 'credentials: {existingSecret: {}}';

type Platform = keyof typeof PLATFORM_STORAGE;

function cluster(platform: Platform | undefined): { api: FakeApi; operator: FakeOperator } {
  const api = new FakeApi();
  const operator = new FakeOperator(api, platform);
  operator.bootstrap();
  return { api, operator };
}

const objectsFor = (platform: string, ...settings: string[]): readonly AnyManifest[] =>
  objectsOf([`platform: ${platform}`, ...settings].join('\n'));
const configOf = (objects: readonly AnyManifest[]): Fields => objectOf(objects, 'Config') as unknown as Fields;
const run = (objects: readonly AnyManifest[], api: FakeApi, env = {}): Promise<JobRun> =>
  runJob(objects, JOB, api, { env: { POLL_SECONDS: '0', ...env } });

/** What Argo CD adds when it applies. */
const tracked = (config: Fields): Fields => {
  const metadata = config.metadata as Fields;
  const annotations = { ...(metadata.annotations as Fields), 'argocd.argoproj.io/tracking-id': 'app:Config:/cluster' };
  return { ...config, metadata: { ...metadata, annotations } };
};

/** The Job, and then the wave after it. */
async function sync(objects: readonly AnyManifest[], api: FakeApi): Promise<JobRun> {
  const ended = await run(objects, api);
  api.apply(CONFIG, GIT, tracked(configOf(objects)));
  return ended;
}

const ENDPOINT = 'region: eu-west-1, regionEndpoint: "https://s3.example.com"';

describe.each<[Platform, string, string, string]>([
  ['aws', 'a claim', PVC, ''],
  ['aws', 'a bucket elsewhere', `storage: {s3: {bucket: ours, ${ENDPOINT}}}`, credentials],
  ['gcp', 'S3', `storage: {s3: {bucket: ours, ${ENDPOINT}}}`, credentials],
  ['openstack', 'a claim', PVC, ''],
])('on %s, to %s', (platform, _title, storage, more) => {
  const objects = objectsFor(platform, storage, more);
  const wanted = (objectOf(objects, 'Config').spec as Fields).storage;

  test('nobody but git owns the storage afterwards, it is what git says, and there never were two backends', async () => {
    const { api, operator } = cluster(platform);
    const { status, output } = await run(objects, api);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(api.spec(CONFIG).storage).toEqual(wanted);
    expect(api.owners(CONFIG, 'storage')).toEqual([]);
    api.apply(CONFIG, GIT, tracked(configOf(objects)));
    expect(api.spec(CONFIG).storage).toEqual(wanted);
    expect(api.owners(CONFIG, 'storage')).toEqual([`${GIT} (Apply)`]);
    expect(operator.everConfused).toBe(false);
    expect(api.spec(CONFIG).httpSecret).toBe('made-by-the-operator');
  });

  test('a second sync changes nothing', async () => {
    const { api } = cluster(platform);
    await sync(objects, api);
    const writes = api.writes.length;
    const { status } = await sync(objects, api);
    expect({ status, writes: api.writes.slice(writes) }).toEqual({ status: 0, writes: [] });
  });

  test('a later change of storage by git alone leaves one backend, there and back', async () => {
    const { api, operator } = cluster(platform);
    await sync(objects, api);
    const other = objectsFor('baremetal', 'storage: {emptyDir: {}}\nenvironment: non-production');
    api.apply(CONFIG, GIT, configOf(other));
    expect(backendsOf(api.spec(CONFIG))).toEqual(['emptyDir']);
    api.apply(CONFIG, GIT, configOf(objects));
    expect(api.spec(CONFIG).storage).toEqual(wanted);
    expect(operator.everConfused).toBe(false);
  });
});

test('without the last step, the same switch leaves two backends, and the operator stops', async () => {
  const objects = objectsFor('aws', `storage: {s3: {bucket: ours, ${ENDPOINT}}}`, credentials);
  const { api, operator } = cluster('aws');
  await run(objects, api, { FIELDS: '' });
  api.apply(CONFIG, GIT, tracked(configOf(objects)));
  api.apply(CONFIG, GIT, configOf(objectsFor('baremetal', PVC)));
  expect(backendsOf(api.spec(CONFIG))).toEqual(['s3', 'pvc']);
  expect(operator.confused).toBe(true);
});

test('a bucket elsewhere no longer has the encryption of the bucket that the operator made', async () => {
  const { api } = cluster('aws');
  expect(api.spec(CONFIG).storage).toMatchObject({ s3: { encrypt: true } });
  await sync(objectsFor('aws', `storage: {s3: {bucket: ours, ${ENDPOINT}}}`, credentials), api);
  expect((api.spec(CONFIG).storage as Fields).s3).not.toHaveProperty('encrypt');
});

test('one block and one replica are set with the storage: the operator refuses such a volume otherwise', async () => {
  const { api } = cluster('aws');
  await run(
    objectsFor('aws', 'storage: {pvc: {claim: ours, accessModes: [ReadWriteOnce], storageClassName: gp3-csi}}'),
    api,
  );
  expect(api.spec(CONFIG)).toMatchObject({
    replicas: 1,
    rolloutStrategy: 'Recreate',
    storage: { pvc: { claim: 'ours' } },
  });
  expect(api.owners(CONFIG, 'replicas')).toEqual([]);
});

test('what Argo CD wrote beside the spec stays', async () => {
  const objects = objectsFor('aws', PVC);
  const { api } = cluster('aws');
  await sync(objects, api);
  const { metadata } = api.get(CONFIG) as { readonly metadata: Fields };
  await run(objects, api);
  expect((api.get(CONFIG) as { readonly metadata: Fields }).metadata).toEqual(metadata);
});

test('storage that somebody set by hand, while git changes it', async () => {
  const objects = objectsFor('baremetal', PVC, 'takeOver: {fields: [storage]}');
  const { api, operator } = cluster(undefined);
  const byHand = { managementState: 'Unmanaged', s3: { bucket: 'theirs', region: 'us-east-1' } };
  api.mergePatch(CONFIG, 'kubectl-patch', { spec: { managementState: 'Managed', storage: byHand } });
  await sync(objects, api);
  expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
  expect(api.owners(CONFIG, 'storage')).toEqual([`${GIT} (Apply)`]);
  expect(operator.everConfused).toBe(false);
});

test('a Config from before there was a record of owners gets one in which git owns the storage', async () => {
  const objects = objectsFor('aws', PVC);
  const { api } = cluster('aws');
  api.forgetOwners(CONFIG);
  await sync(objects, api);
  expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
  expect(api.owners(CONFIG, 'storage')).toEqual([`${GIT} (Apply)`]);
});

test('an operator that does not look is named when the time is up, and the Config matches git', async () => {
  const objects = objectsFor('aws', PVC);
  const { api } = cluster('aws');
  api.watch = () => undefined;
  const { status, output } = await run(objects, api, { TIME_LIMIT: '1' });
  expect(status).toBe(1);
  expect(output).toMatch(/^failed after \d+ s: the image registry operator has not seen the latest Config/m);
  expect(output).toContain('oc get clusteroperator image-registry');
  expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
});

test('somebody who writes between reading and striking the owners is answered, in words', async () => {
  const objects = objectsFor('aws', PVC);
  const { api } = cluster('aws');
  let writes = 0;
  const { jsonPatch } = api;
  api.jsonPatch = (...args) => {
    writes += 1;
    if (writes < 3) api.mergePatch(CONFIG, 'somebody', { metadata: { annotations: { seen: String(writes) } } });
    jsonPatch.apply(api, args);
  };
  const { status, output } = await run(objects, api);
  expect(status).toBe(0);
  expect(output.match(/the Config has changed in between: reading its owners again/g)).toHaveLength(2);
  expect(output).not.toContain('rejected our request');
  expect(api.owners(CONFIG, 'storage')).toEqual([]);
});

describe('a cluster without a Config', () => {
  const objects = objectsFor('aws', PVC);

  test('gets one that the operator leaves alone until Argo CD applies git', async () => {
    const api = new FakeApi();
    const operator = new FakeOperator(api, 'aws');
    const { status, output } = await run(objects, api);
    expect(status).toBe(0);
    expect(output).toContain('created a Config');
    operator.bootstrap();
    expect(api.spec(CONFIG)).toEqual({ managementState: 'Unmanaged', replicas: 2 });
    api.apply(CONFIG, GIT, configOf(objects));
    expect(api.spec(CONFIG).storage).toEqual({ managementState: 'Unmanaged', pvc: { claim: 'ours' } });
    expect(api.owners(CONFIG, 'storage')).toEqual([`${GIT} (Apply)`]);
    expect(operator.everConfused).toBe(false);
  });

  test('where the operator is faster, its Config is taken over', async () => {
    const api = new FakeApi();
    const operator = new FakeOperator(api, 'aws', [10]);
    const { apply } = api;
    api.apply = (...args) => {
      operator.bootstrap();
      apply.apply(api, args);
    };
    const { status, output } = await run(objects, api);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
  });
});

test('a Job without its rights fails, and nothing has changed', async () => {
  const objects = objectsFor('aws', PVC);
  const { api } = cluster('aws');
  const before = api.spec(CONFIG);
  const { status, output } = await run(
    objects.filter(({ kind }) => kind !== 'ClusterRoleBinding'),
    api,
  );
  expect(status).not.toBe(0);
  expect(output).toContain('Forbidden');
  expect(api.spec(CONFIG)).toEqual(before);
});

test.each(['patch', 'get'])('a Job that may not %s fails', async verb => {
  const objects = objectsFor('aws', PVC).map(object =>
    object.kind === 'ClusterRole'
      ? {
          ...object,
          rules: object.rules.map((rule: { verbs: string[] }) => ({
            ...rule,
            verbs: rule.verbs.filter(v => v !== verb),
          })),
        }
      : object,
  );
  const { api } = cluster('aws');
  const { status } = await run(objects as AnyManifest[], api);
  expect(status).not.toBe(0);
});

describe('fields that somebody set by hand', () => {
  const byHand: Fields = {
    spec: {
      nodeSelector: { 'example.com/old': '', 'node-role.kubernetes.io/infra': '' },
      tolerations: [{ key: 'old', operator: 'Exists' }],
      proxy: { http: 'http://old.example.com:3128' },
      resources: { limits: { cpu: '1', memory: '1Gi' } },
      storage: { emptyDir: {} },
    },
  };
  const registry = `registry:
  nodeSelector: {node-role.kubernetes.io/infra: ""}
  resources: {limits: {memory: 2Gi}}`;

  test('are what git says once they are taken over', async () => {
    const fields = 'takeOver: {fields: [nodeSelector, tolerations, proxy, resources, storage]}';
    const objects = objectsFor('baremetal', PVC, registry, fields);
    const { api } = cluster(undefined);
    api.mergePatch(CONFIG, 'kubectl-edit', byHand);
    const { status, output } = await sync(objects, api);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(api.spec(CONFIG)).toMatchObject({
      nodeSelector: { 'node-role.kubernetes.io/infra': '' },
      resources: { limits: { memory: '2Gi' } },
      storage: { managementState: 'Unmanaged', pvc: { claim: 'ours' } },
      proxy: {},
    });
    const { nodeSelector, resources, storage, proxy, tolerations } = api.spec(CONFIG);
    expect([nodeSelector, resources, storage]).toEqual([
      { 'node-role.kubernetes.io/infra': '' },
      { limits: { memory: '2Gi' } },
      { managementState: 'Unmanaged', pvc: { claim: 'ours' } },
    ]);
    expect([proxy, tolerations]).toEqual([{}, undefined]);
    expect(api.owners(CONFIG, 'nodeSelector')).toEqual([`${GIT} (Apply)`]);
  });

  test('stay where nobody asks', async () => {
    const objects = objectsFor('baremetal', PVC, registry, 'takeOver: {fields: [storage]}');
    const { api } = cluster(undefined);
    api.mergePatch(CONFIG, 'kubectl-edit', byHand);
    await sync(objects, api);
    expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
    expect(api.spec(CONFIG).nodeSelector).toHaveProperty(['example.com/old']);
  });
});
