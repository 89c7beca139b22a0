/** What a cluster needs before Argo CD can sync it: the permissions of Argo CD, and their namespaces. */

import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ArgoCd } from '../config/shape/argocd';
import { OPENSHIFT_GITOPS_RIGHTS, type RbacRule } from '../facts/argocd-controller';
import { syncAnnotations } from '../facts/sync-policy';
import { k8s } from '../manifests/common/k8s';
import type { Manifest } from '../manifests/common/manifest';
import { type ArgoCdModel, resolveArgoCd } from '../model/argocd';
import { clusterRules, namespaceRules } from './controller-role';
import { type EmittedKinds, type EmittedPlaces, isNamespace, podSecurityOf } from './emitted-kinds';
import { argocdMetadata } from './metadata';

const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Whether the namespaces of our Jobs come with the rights instead of being synced. */
export const makesNamespaces = ({ controllerRights }: Pick<ArgoCdModel, 'controllerRights'>): boolean =>
  controllerRights !== 'all';

/** Whether Argo CD syncs an object of a cluster: where there are no rights to apply first, its namespaces too. */
export function isSynced(argocd: ArgoCd): (manifest: Manifest) => boolean {
  const comeWithRights = makesNamespaces(resolveArgoCd(argocd));
  return manifest => !(comeWithRights && isNamespace(manifest));
}

/** What Argo CD syncs of a cluster's objects. */
export const syncedManifests = (argocd: ArgoCd, manifests: readonly Manifest[]): readonly Manifest[] =>
  manifests.filter(isSynced(argocd));

/** For every cluster: ClusterRole and binding, and what is in namespaces that every cluster has. */
export function sharedRights(argocd: ArgoCd, emitted: EmittedKinds): readonly Manifest[] {
  const settings = resolveArgoCd(argocd);
  const rights = rightsOf(settings);
  if (rights === 'all') return [];
  const chart = new Chart(new App(), 'rights');
  defineClusterRole(chart, settings, clusterRules(emitted.all, emitted.clusterScoped, rights));
  definePlaces(chart, settings, rights, emitted.shared);
  for (const namespace of emitted.shared.made.values()) defineNamespace(chart, namespace);
  return chart.toJson() as Manifest[];
}

/** For single clusters, by name: what is in namespaces that others do not have. */
export function* ownRights(
  argocd: ArgoCd,
  emitted: EmittedKinds,
): Generator<{ readonly cluster: string; readonly manifests: readonly Manifest[] }> {
  const settings = resolveArgoCd(argocd);
  const rights = rightsOf(settings);
  if (rights === 'all') return;
  for (const [cluster, places] of emitted.own) {
    const chart = new Chart(new App(), 'rights');
    definePlaces(chart, settings, rights, places);
    const manifests = [...places.made.values(), ...(chart.toJson() as Manifest[])];
    if (manifests.length > 0) yield { cluster, manifests };
  }
}

const rightsOf = ({ controllerRights }: ArgoCdModel): readonly RbacRule[] | 'all' =>
  ({ 'openshift-gitops': OPENSHIFT_GITOPS_RIGHTS, none: [], all: 'all' as const })[controllerRights];

/** One for all clusters, without the labels of any. */
function defineNamespace(scope: Construct, namespace: Manifest): void {
  const metadata = argocdMetadata(namespace.metadata.name, -10);
  new k8s.KubeNamespace(scope, `Namespace-${namespace.metadata.name}`, {
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...podSecurityOf(namespace) },
      annotations: syncAnnotations('namespace'),
    },
  });
}

function definePlaces(
  scope: Construct,
  settings: ArgoCdModel,
  rights: readonly RbacRule[],
  { parts }: EmittedPlaces,
): void {
  for (const [namespace, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rules = namespaceRules(part, rights);
    if (rules.length === 0) continue;
    const metadata = argocdMetadata(nameOf(settings), -10, namespace);
    new k8s.KubeRole(scope, `Role-${namespace}`, { metadata, rules: rules as k8s.PolicyRule[] });
    new k8s.KubeRoleBinding(scope, `RoleBinding-${namespace}`, {
      metadata,
      roleRef: { apiGroup: RBAC_GROUP, kind: 'Role', name: nameOf(settings) },
      subjects: [controllerOf(settings)],
    });
  }
}

function defineClusterRole(scope: Construct, settings: ArgoCdModel, rules: readonly RbacRule[]): void {
  if (rules.length === 0) return;
  const metadata = argocdMetadata(nameOf(settings), -10);
  new k8s.KubeClusterRole(scope, 'ClusterRole', { metadata, rules: rules as k8s.PolicyRule[] });
  new k8s.KubeClusterRoleBinding(scope, 'ClusterRoleBinding', {
    metadata,
    roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: nameOf(settings) },
    subjects: [controllerOf(settings)],
  });
}

const nameOf = ({ project }: ArgoCdModel): string => `${project}-gitops`;

const controllerOf = ({ serviceAccount }: ArgoCdModel): k8s.Subject => ({ kind: 'ServiceAccount', ...serviceAccount });
