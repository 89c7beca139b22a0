import { EmittedKinds } from '../../src/argocd/emitted-kinds';
import { ownRights, sharedRights, syncedManifests } from '../../src/argocd/rights';
import type { ArgoCd } from '../../src/config/shape/argocd';
import { type AnyManifest, objectOf, runFleet } from '../support/fleet';
import { ownErrors } from '../support/own-schema';

const repoURL = 'https://git.example.com/platform/registry.git';

function emittedOf(yaml: string): EmittedKinds {
  const { manifests, codes } = runFleet(yaml);
  const emitted = new EmittedKinds();
  for (const [cluster, objects] of Object.entries(manifests)) {
    for (const object of objects) emitted.add(cluster, object);
  }
  expect([codes, emitted.clusters.length]).not.toEqual([codes, 0]);
  return emitted;
}

const shared = (emitted: EmittedKinds, argocd: Partial<ArgoCd> = {}): readonly AnyManifest[] =>
  sharedRights({ repoURL, ...argocd }, emitted) as AnyManifest[];
const own = (emitted: EmittedKinds, argocd: Partial<ArgoCd> = {}): Readonly<Record<string, readonly AnyManifest[]>> =>
  Object.fromEntries(
    [...ownRights({ repoURL, ...argocd }, emitted)].map(({ cluster, manifests }) => [
      cluster,
      manifests as readonly AnyManifest[],
    ]),
  );
const named = (objects: readonly AnyManifest[] = []): readonly string[] =>
  objects.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name].filter(Boolean).join('/')).sort();

const PLAIN = emittedOf('clusters: [{name: prod-aws, platform: aws, openshift: "4.14"}]');
const TAKEOVER = 'platform: aws, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}';
const PULL = (project: string): string =>
  `thirdParty: [{server: quay.io, namespaces: [${project}], credentials: {externalSecret: {store: {name: v}, key: k}}}]`;

test('the controller of OpenShift GitOps gets what it lacks, by default and by another name', () => {
  expect(named(shared(PLAIN))).toEqual([
    'ClusterRole/image-registry-gitops',
    'ClusterRoleBinding/image-registry-gitops',
  ]);
  expect(objectOf(shared(PLAIN), 'ClusterRole')).toMatchObject({
    rules: [{ apiGroups: ['imageregistry.operator.openshift.io'], resources: ['configs'] }],
  });
  const account = (argocd: Partial<ArgoCd>) => objectOf(shared(PLAIN, argocd), 'ClusterRoleBinding').subjects;
  expect(account({})).toEqual([
    {
      kind: 'ServiceAccount',
      name: 'openshift-gitops-argocd-application-controller',
      namespace: 'openshift-gitops',
    },
  ]);
  expect(account({ controllerServiceAccount: 'argocd/argocd-application-controller' })).toEqual([
    { kind: 'ServiceAccount', name: 'argocd-application-controller', namespace: 'argocd' },
  ]);
});

test('the namespace of Jobs comes with the rights, with a role in it, and is not synced', () => {
  const yaml = `clusters: [{name: a, openshift: "4.14", ${TAKEOVER}}]`;
  const emitted = emittedOf(yaml);
  expect(named(shared(emitted))).toEqual([
    'ClusterRole/image-registry-gitops',
    'ClusterRoleBinding/image-registry-gitops',
    'Namespace/registry-bootstrap',
    'Role/registry-bootstrap/image-registry-gitops',
    'RoleBinding/registry-bootstrap/image-registry-gitops',
  ]);
  expect(objectOf(shared(emitted), 'Role').rules).toEqual([
    { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['create', 'patch', 'update', 'delete'] },
    { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'patch', 'update', 'delete'] },
  ]);
  const objects = runFleet(yaml).manifests.a ?? [];
  const kinds = (argocd: Partial<ArgoCd>): readonly string[] =>
    syncedManifests({ repoURL, ...argocd }, objects).map(({ kind }) => kind);
  expect(kinds({})).not.toContain('Namespace');
  expect(kinds({ controllerRights: 'none' })).not.toContain('Namespace');
  expect(kinds({ controllerRights: 'all' })).toContain('Namespace');
  expect(kinds({ controllerRights: 'all' }).length).toBe(kinds({}).length + 1);
});

test('an application may prune the rights: the namespace stays', () => {
  const { metadata } = objectOf(
    shared(emittedOf(`clusters: [{name: a, openshift: "4.14", ${TAKEOVER}}]`)),
    'Namespace',
  );
  expect(metadata).toMatchObject({
    annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
    labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
  });
  expect(metadata).not.toHaveProperty(['labels', 'registry-gitops/cluster']);
});

test.each([
  ['"4.14"', '"4.9"'],
  ['"4.9"', '"4.14"'],
])('one namespace suits clusters of versions %s and %s', (first, second) => {
  const emitted = emittedOf(
    `clusters: [{name: a, openshift: ${first}, ${TAKEOVER}}, {name: b, openshift: ${second}, ${TAKEOVER}}]`,
  );
  expect(objectOf(shared(emitted), 'Namespace').metadata).toMatchObject({
    labels: { 'pod-security.kubernetes.io/enforce': 'baseline' },
  });
});

test('what is in projects of single clusters is theirs alone', () => {
  const emitted = emittedOf(`clusters:
    - {name: a, platform: aws, openshift: "4.14", ${PULL('team-a')}}
    - {name: b, platform: aws, openshift: "4.14", ${PULL('team-b')}}
    - {name: c, platform: aws, openshift: "4.14"}`);
  expect(shared(emitted)).toEqual(shared(PLAIN));
  const files = own(emitted);
  expect(Object.keys(files)).toEqual(['a', 'b']);
  expect(named(files.a)).toEqual(['Role/team-a/image-registry-gitops', 'RoleBinding/team-a/image-registry-gitops']);
  expect(named(files.b)).toEqual(['Role/team-b/image-registry-gitops', 'RoleBinding/team-b/image-registry-gitops']);
});

test('a namespace that OpenShift GitOps may write already makes no file', () => {
  const emitted = emittedOf(
    'clusters: [{name: a, platform: aws, openshift: "4.14", access: {viewers: [{project: team-a, users: [ann]}]}}]',
  );
  expect(own(emitted)).toEqual({});
  expect(named(own(emitted, { controllerRights: 'none' }).a)).toEqual([
    'Role/team-a/image-registry-gitops',
    'RoleBinding/team-a/image-registry-gitops',
  ]);
});

test('Jobs in a namespace with another name: it is made on the clusters that have it', () => {
  const emitted = emittedOf(`clusters:
    - name: a
      platform: vsphere
      openshift: "4.14"
      baseDomain: example.com
      storage: {odf: {noobaa: {claim: registry, bucketName: registry-a, endpoint: route, trustedCA: {ingressCA: true}}}}
      credentials: {bucketClaim: {job: {namespace: jobs-a}}}
    - {name: b, platform: aws, openshift: "4.14"}`);
  const files = own(emitted);
  expect(Object.keys(files)).toEqual(['a']);
  expect(named(files.a)).toEqual([
    'Namespace/jobs-a',
    'Role/jobs-a/image-registry-gitops',
    'RoleBinding/jobs-a/image-registry-gitops',
  ]);
});

test('the objects are what the API accepts, and the order in which clusters come makes no difference', () => {
  const yaml = `clusters: [{name: a, openshift: "4.14", ${TAKEOVER}}, {name: b, openshift: "4.9", platform: aws, ${PULL('t')}}]`;
  const { manifests } = runFleet(yaml);
  const reversed = new EmittedKinds();
  for (const [cluster, objects] of Object.entries(manifests).reverse()) {
    for (const object of [...objects].reverse()) reversed.add(cluster, object);
  }
  for (const controllerRights of ['openshift-gitops', 'none'] as const) {
    const emitted = emittedOf(yaml);
    const objects = [...shared(emitted, { controllerRights }), ...(own(emitted, { controllerRights }).b ?? [])];
    expect(objects.length).toBeGreaterThan(6);
    for (const object of objects) expect(ownErrors(object, '4.14')).toEqual([]);
    expect(shared(reversed, { controllerRights })).toEqual(shared(emitted, { controllerRights }));
    expect(own(reversed, { controllerRights })).toEqual(own(emitted, { controllerRights }));
  }
});
