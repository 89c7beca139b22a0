import { App, Chart } from 'cdk8s';
import { BACKEND_NAMES } from '../../../src/facts/backends';
import { defineRegistry } from '../../../src/manifests/define-registry';
import { nullsAt } from '../../../src/manifests/takeover/files';
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

test('it applies the very object that Argo CD applies', () => {
  expect(JSON.parse(ours('ConfigMap').data['config.json'])).toEqual(objectOf(objects, 'Config'));
});

/** Every backend but the one that git names. */
const OTHERS = BACKEND_NAMES.filter(backend => backend !== 'pvc');

test('its files say what goes, and every value in them is null', () => {
  const { 'config.json': _, 'takeover.sh': script, 'remove.json': remove, ...rest } = ours('ConfigMap').data;
  expect(script).toMatch(/^#!\/bin\/bash\n/);
  expect(rest).toEqual({
    'fields.txt': 'storage\nnodeSelector\n',
    'keep.txt': 'nodeSelector node-role.kubernetes.io/infra\n',
    'remove.jsonpath': OTHERS.map(backend => `{.spec.storage.${backend}}`).join(''),
  });
  expect(JSON.parse(remove)).toEqual({
    spec: { storage: Object.fromEntries(OTHERS.map(backend => [backend, null])) },
  });
});

test('in a chart with a namespace of its own the Config still has none', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'elsewhere' });
  defineRegistry(
    chart,
    resolve({
      name: 'example',
      openshift: '4.14',
      platform: 'aws',
      storage: { pvc: { claim: 'ours', accessModes: ['ReadWriteMany'] } },
    }),
  );
  const made = chart.toJson() as AnyManifest[];
  const config = JSON.parse(objectOf(made, 'ConfigMap', 'registry-takeover').data['config.json']);
  expect(config).toEqual(objectOf(made, 'Config'));
  expect(config.metadata).not.toHaveProperty('namespace');
});

test('without a takeover there is no Job, and the Config has its usual wave', () => {
  const usual = objectsOf(`
    platform: baremetal
    storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}`);
  expect(usual.map(({ kind }) => kind)).not.toContain('Job');
  expect(annotationsOf(objectOf(usual, 'Config'))['argocd.argoproj.io/sync-wave']).toBe('10');
});

test('nulls at paths', () => {
  expect(nullsAt([['a', 'b'], ['a', 'c', 'd'], ['e']])).toEqual({ a: { b: null, c: { d: null } }, e: null });
});
