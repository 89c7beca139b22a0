import { argocdManifests } from '../../src/argocd/argocd-manifests';
import { EmittedKinds } from '../../src/argocd/emitted-kinds';
import { MOST_DESTINATIONS } from '../../src/argocd/project';
import type { ArgoCd } from '../../src/config/shape/argocd';
import type { Manifest } from '../../src/manifests/common/manifest';
import { filesOf } from '../../src/output/manifest-file';
import { type AnyManifest, objectOf, runFleet } from '../support/fleet';
import { ownErrors } from '../support/own-schema';

const repoURL = 'https://git.example.com/platform/registry.git';
const LABELS = {
  'app.kubernetes.io/managed-by': 'cdk8s-openshift-registry',
  'app.kubernetes.io/name': 'image-registry',
  'app.kubernetes.io/part-of': 'openshift-image-registry',
};
const SYNC_POLICY = {
  automated: { prune: false, selfHeal: true },
  syncOptions: ['FailOnSharedResource=true'],
  retry: { limit: -1, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
};
const APPLICATION_ANNOTATIONS = {
  'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
  'argocd.argoproj.io/manifest-generate-paths': '.',
};

const FLEET = `
  clusters:
    - {name: prod-aws, platform: aws, openshift: "4.14"}
    - name: lab
      platform: baremetal
      openshift: "4.14"
      storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}
      pruner: {schedule: "0 2 * * *"}`;

function emittedOf(manifests: Readonly<Record<string, readonly Manifest[]>>): EmittedKinds {
  const emitted = new EmittedKinds();
  for (const [cluster, objects] of Object.entries(manifests)) {
    for (const object of objects) emitted.add(cluster, object);
  }
  return emitted;
}

const emitted = emittedOf(runFleet(FLEET).manifests);
const build = (argocd: Partial<ArgoCd> = {}, kinds = emitted): readonly AnyManifest[] =>
  argocdManifests({ repoURL, ...argocd }, kinds) as AnyManifest[];

test('gitDirectories: one ApplicationSet finds the folders of the clusters', () => {
  expect(objectOf(build(), 'ApplicationSet')).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: 'image-registry',
      namespace: 'openshift-gitops',
      labels: LABELS,
      annotations: { 'argocd.argoproj.io/sync-wave': '0' },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { preserveResourcesOnDeletion: true, applicationsSync: 'create-update' },
      generators: [{ git: { repoURL, revision: 'HEAD', directories: [{ path: 'dist/clusters/*' }] } }],
      template: {
        metadata: {
          name: 'image-registry-{{ .path.basenameNormalized }}',
          annotations: APPLICATION_ANNOTATIONS,
        },
        spec: {
          project: 'image-registry',
          source: { repoURL, targetRevision: 'HEAD', path: '{{ .path.path }}' },
          destination: { name: '{{ .path.basename }}', namespace: 'openshift-image-registry' },
          syncPolicy: SYNC_POLICY,
        },
      },
    },
  });
});

test('list: one ApplicationSet names the clusters', () => {
  const { spec } = objectOf(build({ generator: 'list', path: './out/', targetRevision: 'main' }), 'ApplicationSet');
  expect(spec.generators).toEqual([{ list: { elements: [{ cluster: 'lab' }, { cluster: 'prod-aws' }] } }]);
  expect(spec.template.metadata.name).toBe('image-registry-{{ .cluster }}');
  expect(spec.template.spec).toMatchObject({
    source: { repoURL, targetRevision: 'main', path: 'out/clusters/{{ .cluster }}' },
    destination: { name: '{{ .cluster }}', namespace: 'openshift-image-registry' },
  });
});

test('applications: one Application for each cluster, none of which takes anything along when it is deleted', () => {
  const built = build({ generator: 'applications', project: 'registries', namespace: 'argocd' });
  expect(built.filter(({ kind }) => kind === 'Application').map(({ metadata }) => metadata.name)).toEqual([
    'registries-lab',
    'registries-prod-aws',
  ]);
  expect(objectOf(built, 'Application', 'registries-lab')).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'registries-lab',
      namespace: 'argocd',
      labels: LABELS,
      annotations: { 'argocd.argoproj.io/sync-wave': '0', ...APPLICATION_ANNOTATIONS },
    },
    spec: {
      project: 'registries',
      source: { repoURL, targetRevision: 'HEAD', path: 'dist/clusters/lab' },
      destination: { name: 'lab', namespace: 'openshift-image-registry' },
      syncPolicy: SYNC_POLICY,
    },
  });
});

test('automated: false leaves syncing to people; prune is passed on', () => {
  const policy = (argocd: Partial<ArgoCd>) => objectOf(build(argocd), 'ApplicationSet').spec.template.spec.syncPolicy;
  expect(policy({ automated: false })).toEqual({ syncOptions: SYNC_POLICY.syncOptions, retry: SYNC_POLICY.retry });
  expect(policy({ prune: true }).automated).toEqual({ prune: true, selfHeal: true });
});

test('an Argo CD that knows the field refresh is sent it where it is asked for', () => {
  const { retry } = objectOf(build({ refreshOnRetry: true }), 'ApplicationSet').spec.template.spec.syncPolicy;
  expect(retry).toEqual({ ...SYNC_POLICY.retry, refresh: true });
});

test('the project allows what the fleet emits and nothing else', () => {
  expect(objectOf(build(), 'AppProject')).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: 'image-registry',
      namespace: 'openshift-gitops',
      labels: LABELS,
      annotations: { 'argocd.argoproj.io/sync-wave': '-10' },
    },
    spec: {
      description: 'OpenShift image registries of the fleet',
      sourceRepos: [repoURL],
      destinations: [
        { name: 'lab', namespace: 'openshift-image-registry' },
        { name: 'prod-aws', namespace: 'openshift-image-registry' },
      ],
      clusterResourceWhitelist: [
        { group: 'imageregistry.operator.openshift.io', kind: 'Config' },
        { group: 'imageregistry.operator.openshift.io', kind: 'ImagePruner' },
      ],
      namespaceResourceWhitelist: [{ group: '', kind: 'PersistentVolumeClaim' }],
    },
  });
});

test('a very large fleet lists namespaces for all clusters, because an object has a size limit', () => {
  const many = new EmittedKinds();
  const claim = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ca', namespace: 'openshift-config' } };
  for (let index = 0; index <= MOST_DESTINATIONS / 2; index += 1) many.add(`c${index}`, claim);
  expect(objectOf(build({}, many), 'AppProject').spec.destinations).toEqual([
    { name: '*', namespace: 'openshift-config' },
    { name: '*', namespace: 'openshift-image-registry' },
  ]);
});

test.each(['gitDirectories', 'list', 'applications'] as const)(
  '%s: the objects are what the API accepts',
  generator => {
    for (const object of build({ generator })) expect(ownErrors(object, '4.14')).toEqual([]);
  },
);

test('the order in which clusters come makes no difference', () => {
  const { manifests } = runFleet(FLEET);
  const reversed = emittedOf(Object.fromEntries(Object.entries(manifests).reverse()));
  expect(build({ generator: 'applications' }, reversed)).toEqual(build({ generator: 'applications' }));
});

test('the files are in a folder of their own', () => {
  expect(
    filesOf({ folder: 'argocd', manifests: argocdManifests({ repoURL }, emitted) }).map(({ path }) => path),
  ).toEqual([
    'argocd/AppProject_openshift-gitops_image-registry.yaml',
    'argocd/ApplicationSet_openshift-gitops_image-registry.yaml',
  ]);
});
