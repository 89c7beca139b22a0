import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { registryObjects } from '../../../src/constructs/registry-objects';
import { BACKEND_NAMES } from '../../../src/facts/backends';
import { nullsAt } from '../../../src/manifests/takeover/task';
import { resolve } from '../../../src/model/resolve';
import { type AnyManifest, objectOf, objectsOf } from '../../support/fleet';

const objects = objectsOf(`
  platform: aws
  registry: {nodeSelector: {node-role.kubernetes.io/infra: ""}}
  storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}
  takeOver: {fields: [nodeSelector]}`);
const ours = (kind: string): AnyManifest => objectOf(objects, kind, 'registry-takeover');
const annotationsOf = (object: AnyManifest): Record<string, string> =>
  (object.metadata as unknown as { annotations: Record<string, string> }).annotations;

test('it may read, make and patch the one Config, and nothing else', () => {
  expect(ours('ClusterRole').rules).toEqual([
    {
      apiGroups: ['imageregistry.operator.openshift.io'],
      resources: ['configs'],
      resourceNames: ['cluster'],
      verbs: ['get', 'create', 'patch'],
    },
  ]);
  expect(ours('ClusterRoleBinding').subjects).toEqual([
    { kind: 'ServiceAccount', name: 'registry-takeover', namespace: 'registry-bootstrap' },
  ]);
  expect(objects.filter(({ kind }) => kind === 'Role')).toEqual([]);
});

test('it shares a wave with the claim, and the Config follows', () => {
  const wave = (object: AnyManifest): number => Number(annotationsOf(object)['argocd.argoproj.io/sync-wave']);
  const claim = objectOf(objects, 'PersistentVolumeClaim');
  expect(wave(ours('Job'))).toBe(wave(claim));
  expect(wave(objectOf(objects, 'Config'))).toBeGreaterThan(wave(claim));
  expect(annotationsOf(ours('Job'))).toMatchObject({
    'argocd.argoproj.io/hook': 'Sync',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  });
});

/** The environment of the Job among some objects. */
const environment = (made: readonly AnyManifest[]): Record<string, string> =>
  Object.fromEntries(
    objectOf(made, 'Job', 'registry-takeover').spec.template.spec.containers[0].env.map(
      ({ name, value }: { readonly name: string; readonly value: string }) => [name, value],
    ),
  );

/** Every backend but the one that git names. */
const OTHERS = BACKEND_NAMES.filter(backend => backend !== 'pvc');

test('what it leaves behind when it goes is no difference to Argo CD, and may be pruned', () => {
  const left = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap'].map(ours);
  for (const object of left) {
    const annotations = annotationsOf(object);
    expect(annotations['argocd.argoproj.io/compare-options']).toBe('IgnoreExtraneous');
    expect(annotations['argocd.argoproj.io/sync-options'] ?? '').not.toContain('Prune=false');
  }
  const namespace = annotationsOf(objectOf(objects, 'Namespace'));
  expect(namespace['argocd.argoproj.io/compare-options']).toBe('IgnoreExtraneous');
});

test('its environment says what goes and what comes', () => {
  const { PATCH = '', NEW = '', ...rest } = environment(objects);
  expect(JSON.parse(PATCH)).toEqual({
    spec: {
      replicas: 2,
      rolloutStrategy: 'RollingUpdate',
      storage: {
        ...Object.fromEntries(OTHERS.map(backend => [backend, null])),
        managementState: 'Unmanaged',
        pvc: { claim: 'ours' },
      },
    },
  });
  expect(JSON.parse(NEW)).toEqual({
    apiVersion: 'imageregistry.operator.openshift.io/v1',
    kind: 'Config',
    metadata: { name: 'cluster' },
    spec: { managementState: 'Unmanaged', replicas: 2 },
  });
  expect(rest).toEqual({
    HOME: '/tmp',
    KEEP: 'nodeSelector node-role.kubernetes.io/infra',
    FIELDS: 'storage replicas rolloutStrategy nodeSelector',
    POLL_SECONDS: '5',
    TIME_LIMIT: '480',
  });
});

test('it gives up before Kubernetes does, so that its last words can be read', () => {
  const { activeDeadlineSeconds } = ours('Job').spec;
  expect(activeDeadlineSeconds - Number(environment(objects).TIME_LIMIT)).toBeGreaterThanOrEqual(60);
});

test('its script is that of the file, and nothing else is beside it', () => {
  expect(Object.keys(ours('ConfigMap').data)).toEqual(['takeover.sh']);
  expect(ours('ConfigMap').data['takeover.sh']).toMatch(/^#!\/bin\/bash\n/);
});

test('what is done to the Config later is in the patch', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'elsewhere' });
  registryObjects(
    chart,
    resolve({
      name: 'example',
      openshift: '4.14',
      platform: 'aws',
      storage: { pvc: { claim: 'ours', accessModes: ['ReadWriteMany'] } },
    }),
  );
  const config = chart.node.findAll().find(child => ApiObject.isApiObject(child) && child.kind === 'Config');
  (config as ApiObject).addJsonPatch(JsonPatch.replace('/spec/storage/pvc/claim', 'other'));
  const { PATCH = '' } = environment(chart.toJson() as AnyManifest[]);
  expect(JSON.parse(PATCH).spec.storage.pvc).toEqual({ claim: 'other' });
});

test('a version that needs more of a Config gets it', () => {
  const old = objectsOf(`
    platform: aws
    openshift: "4.4"
    storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}`);
  expect(JSON.parse(environment(old).NEW ?? '').spec).toEqual({
    logging: 2,
    managementState: 'Unmanaged',
    replicas: 2,
  });
});

test('without a takeover there is no Job, and the Config has its usual wave', () => {
  const usual = objectsOf(`
    platform: baremetal
    storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}`);
  expect(usual.map(({ kind }) => kind)).not.toContain('Job');
  expect(annotationsOf(objectOf(usual, 'Config'))['argocd.argoproj.io/sync-wave']).toBe('20');
});

test('nulls at paths', () => {
  expect(nullsAt([['a', 'b'], ['a', 'c', 'd'], ['e']])).toEqual({ a: { b: null, c: { d: null } }, e: null });
});
