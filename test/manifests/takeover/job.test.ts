/** The takeover Job's own script, run against a server and an operator in memory. */

import { FakeApi } from '../../support/fake-api';
import { backendsOf, CONFIG, FakeOperator, type PLATFORM_STORAGE } from '../../support/fake-operator';
import { type AnyManifest, objectOf, objectsOf } from '../../support/fleet';
import { type JobRun, runJob } from '../../support/run-job';
import type { Fields } from '../../support/server-side-apply';

const GIT = 'argocd-controller';
const JOB = 'registry-takeover';
const PVC = 'storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}';
const S3 = 'storage: {s3: {bucket: ours, region: eu-west-1}}';
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
  runJob(objects, JOB, api, { env: { SETTLE_SECONDS: '0', ...env } });

/** What Argo CD adds when it applies. */
const tracked = (config: Fields): Fields => {
  const metadata = config.metadata as Fields;
  const annotations = { ...(metadata.annotations as Fields), 'argocd.argoproj.io/tracking-id': 'app:Config:/cluster' };
  return { ...config, metadata: { ...metadata, annotations } };
};

describe.each<[Platform, string, string, string]>([
  ['aws', 'a claim', PVC, ''],
  ['aws', 'an own bucket', S3, ''],
  ['aws', 'the bucket the operator made', 'storage: {s3: {bucket: aws-made, region: eu-west-1}}', ''],
  ['gcp', 'an own bucket', 'storage: {gcs: {bucket: ours, region: europe-west1}}', ''],
  ['gcp', 'S3', S3.replace('eu-west-1', 'eu-west-1, regionEndpoint: "https://s3.example.com"'), credentials],
  ['openstack', 'a claim', PVC, ''],
])('on %s, to %s', (platform, _title, storage, more) => {
  const objects = objectsFor(platform, storage, more);
  const wanted = (objectOf(objects, 'Config').spec as Fields).storage;

  test('git alone owns the storage afterwards, and it is what git says', async () => {
    const { api, operator } = cluster(platform);
    const { status, output } = await run(objects, api);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(api.spec(CONFIG).storage).toEqual(wanted);
    expect(api.owners(CONFIG, 'storage')).toEqual([`${GIT} (Apply)`]);
    expect(operator.confused).toBe(false);
    expect(api.spec(CONFIG).httpSecret).toBe('made-by-the-operator');
  });

  test("Argo CD's own apply then changes nothing, nor does a second run", async () => {
    const { api } = cluster(platform);
    await run(objects, api);
    const writes = api.writes.length;
    api.apply(CONFIG, GIT, configOf(objects));
    const { status } = await run(objects, api);
    expect({ status, writes: api.writes.slice(writes) }).toEqual({ status: 0, writes: [] });
  });

  test('a later change of storage by git alone leaves one backend, there and back', async () => {
    const { api, operator } = cluster(platform);
    await run(objects, api);
    const other = objectsFor('baremetal', 'storage: {emptyDir: {}}\nenvironment: non-production');
    api.apply(CONFIG, GIT, configOf(other));
    expect(backendsOf(api.spec(CONFIG))).toEqual(['emptyDir']);
    api.apply(CONFIG, GIT, configOf(objects));
    expect(api.spec(CONFIG).storage).toEqual(wanted);
    expect(operator.confused).toBe(false);
  });
});

test('the marks that Argo CD made stay, and a run between two syncs changes nothing', async () => {
  const objects = objectsFor('aws', PVC);
  const { api } = cluster('aws');
  await run(objects, api);
  api.apply(CONFIG, GIT, tracked(configOf(objects)));
  const writes = api.writes.length;
  const { status } = await run(objects, api);
  expect({ status, writes: api.writes.slice(writes) }).toEqual({ status: 0, writes: [] });
});

test.each(['app.kubernetes.io/instance', 'argocd.argoproj.io/instance'])(
  'the label %s that Argo CD tracks by stays, though git says another value',
  async key => {
    const objects = objectsFor('aws', PVC, `metadata: {labels: {${key}: said-in-git}}`);
    const { api } = cluster('aws');
    const config = configOf(objects);
    const metadata = config.metadata as Fields;
    const labels = { ...(metadata.labels as Fields), [key]: 'the-application' };
    api.apply(CONFIG, GIT, { ...config, metadata: { ...metadata, labels } });
    const { status, output } = await run(objects, api);
    expect({ status, output }).toMatchObject({ status: 0 });
    const live = api.get(CONFIG) as { readonly metadata: Fields };
    expect(live.metadata.labels).toHaveProperty([key], 'the-application');
  },
);

test('an operator that once writes back what it read before is answered', async () => {
  const objects = objectsFor('aws', PVC);
  const { api, operator } = cluster('aws');
  api.apply(CONFIG, 'somebody', { ...configOf(objects), spec: { ...api.spec(CONFIG), logLevel: 'Debug' } });
  operator.stale = 2;
  const { status, output } = await run(objects, api);
  expect(status).toBe(0);
  expect(output).toContain('round 2');
  expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
  expect(api.owners(CONFIG, 'storage')).toEqual([`${GIT} (Apply)`]);
});

test('a cluster without a Config gets the one of git, and the Job says so', async () => {
  const objects = objectsFor('aws', PVC);
  const api = new FakeApi();
  const { status, output } = await run(objects, api);
  expect(status).toBe(0);
  expect(output).toContain('there is no Config "cluster" yet');
  expect(api.spec(CONFIG).storage).toEqual({ managementState: 'Unmanaged', pvc: { claim: 'ours' } });
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
    const { status, output } = await run(objects, api);
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
    await run(objects, api);
    expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
    expect(api.spec(CONFIG).nodeSelector).toHaveProperty(['example.com/old']);
  });
});
