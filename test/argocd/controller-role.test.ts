import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { clusterRules, namespaceRules, resourceOf } from '../../src/argocd/controller-role';
import { EmittedPart } from '../../src/argocd/emitted-part';
import { allows, OPENSHIFT_GITOPS_RIGHTS, type RbacRule } from '../../src/facts/argocd-controller';
import type { Manifest } from '../../src/manifests/common/manifest';

const KEPT = { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } };

function partOf(...objects: object[]): EmittedPart {
  const part = new EmittedPart();
  for (const object of objects) part.add(object as Manifest);
  return part;
}

const config = {
  apiVersion: 'imageregistry.operator.openshift.io/v1',
  kind: 'Config',
  metadata: { name: 'cluster', ...KEPT },
};
const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'bucket-keys', namespace: 'registry-jobs' } };
const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'c', namespace: 'n', ...KEPT } };
const role = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name: 'reader', namespace: 'n' },
  rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['bucket'], verbs: ['get'] }],
};
const binding = (kind: string, name: string): object => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: `${name}s`, namespace: 'n' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
});

test('what OpenShift GitOps may do already is not granted again', () => {
  const inNamespace = partOf(claim, role, binding('ClusterRole', 'registry-viewer'));
  const storageClass = partOf({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 's' } });
  expect(namespaceRules(inNamespace, OPENSHIFT_GITOPS_RIGHTS)).toEqual([]);
  expect(clusterRules(inNamespace, storageClass, OPENSHIFT_GITOPS_RIGHTS)).toEqual([]);
});

test('operator.openshift.io does not include imageregistry.operator.openshift.io', () => {
  expect(clusterRules(partOf(config), partOf(config), OPENSHIFT_GITOPS_RIGHTS)).toEqual([
    {
      apiGroups: ['imageregistry.operator.openshift.io'],
      resources: ['configs'],
      verbs: ['create', 'patch', 'update'],
    },
  ]);
});

test('only what may be pruned may be deleted, and one such object is enough', () => {
  const verbsOf = (...objects: object[]): readonly string[] | undefined =>
    namespaceRules(partOf(...objects), OPENSHIFT_GITOPS_RIGHTS)[0]?.verbs;
  const kept = { ...job, metadata: { ...job.metadata, ...KEPT } };
  expect(verbsOf(kept)).toEqual(['create', 'patch', 'update']);
  expect(verbsOf(kept, job)).toEqual(['create', 'patch', 'update', 'delete']);
  expect(verbsOf(job, kept)).toEqual(['create', 'patch', 'update', 'delete']);
});

test('a hook is deleted before its next run, whatever its options say', () => {
  const annotations = { ...KEPT.annotations, 'argocd.argoproj.io/hook': 'Sync' };
  const hook = { ...job, metadata: { ...job.metadata, annotations } };
  expect(namespaceRules(partOf(hook), OPENSHIFT_GITOPS_RIGHTS)[0]?.verbs).toContain('delete');
});

test('an account without rights of its own may read, bind by name, and holds what the roles grant', () => {
  const part = partOf(role, binding('ClusterRole', 'registry-viewer'), binding('Role', 'reader'));
  const apiGroups = ['rbac.authorization.k8s.io'];
  expect(clusterRules(part, partOf(), [])).toEqual([
    { apiGroups, resources: ['roles', 'rolebindings'], verbs: ['get', 'list', 'watch'] },
  ]);
  expect(namespaceRules(part, [])).toEqual([
    { apiGroups, resources: ['roles', 'rolebindings'], verbs: ['create', 'patch', 'update', 'delete'] },
    {
      apiGroups: ['rbac.authorization.k8s.io'],
      resources: ['clusterroles'],
      resourceNames: ['registry-viewer'],
      verbs: ['bind'],
    },
    { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], resourceNames: ['reader'], verbs: ['bind'] },
    ...role.rules,
  ]);
});

test('a rule for one name does not count for all', () => {
  const rule: RbacRule = { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['*'] };
  expect(allows(rule, '', 'secrets', 'get')).toBe(false);
  expect(allows({ ...rule, resourceNames: undefined }, '', 'secrets', 'get')).toBe(true);
});

const CRDS = join(__dirname, '..', '..', 'crds');
const names = readdirSync(CRDS).flatMap(file =>
  parseAllDocuments(readFileSync(join(CRDS, file), 'utf8')).map(crd => {
    const { kind, plural } = crd.toJS().spec.names;
    return [kind as string, plural as string] as const;
  }),
);

test.each(names)('the plural of %s is %s', (kind, plural) => {
  expect(resourceOf(kind)).toBe(plural);
});
