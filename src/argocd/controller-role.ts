/** The rights Argo CD's application controller lacks for what the fleet emits: no more, and none it has already. */

import type { Construct } from 'constructs';
import { allows, OPENSHIFT_GITOPS_RIGHTS, type RbacRule } from '../facts/argocd-controller';
import { k8s } from '../manifests/common/k8s';
import type { ArgoCdModel } from '../model/argocd';
import type { BoundRole, EmittedKind, EmittedKinds } from './emitted-kinds';
import { argocdMetadata } from './metadata';

const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Defines ClusterRole and binding; they belong on every cluster the controller syncs. Nothing where nothing is lacking. */
export function defineControllerRole(scope: Construct, settings: ArgoCdModel, emitted: EmittedKinds): void {
  const rules = lackingRules(emitted, settings.controllerRights === 'none' ? [] : OPENSHIFT_GITOPS_RIGHTS);
  if (rules.length === 0) return;
  const name = `${settings.project}-gitops`;
  new k8s.KubeClusterRole(scope, 'ControllerRole', {
    metadata: argocdMetadata(name, -10),
    rules: rules as k8s.PolicyRule[],
  });
  new k8s.KubeClusterRoleBinding(scope, 'ControllerRoleBinding', {
    metadata: argocdMetadata(name, -10),
    roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', ...settings.serviceAccount }],
  });
}

/** What is needed for the output and not in the given rights. */
export function lackingRules(emitted: EmittedKinds, rights: readonly RbacRule[]): readonly RbacRule[] {
  const held = (group: string, resource: string, verb: string): boolean =>
    rights.some(right => allows(right, group, resource, verb));
  const lacking = ({ group, resource, verbs }: Need): readonly string[] =>
    verbs.filter(verb => !held(group, resource, verb));
  const objects = needsOf(emitted.kinds).map(need => ({ ...need, verbs: lacking(need) }));
  return [
    ...merged(objects.filter(({ verbs }) => verbs.length > 0)),
    ...bindings(emitted.boundRoles)
      .filter(need => lacking(need).length > 0)
      .map(asRule),
    ...(held(RBAC_GROUP, 'clusterroles', 'escalate') ? [] : emitted.roleRules),
  ];
}

interface Need {
  readonly group: string;
  readonly resource: string;
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** Kinds that are kept for ever need no `delete`. */
const needsOf = (kinds: readonly EmittedKind[]): readonly Need[] =>
  kinds.map(({ group, kind, deletable }) => ({
    group,
    resource: resourceOf(kind),
    verbs: ['get', 'list', 'watch', 'create', 'patch', 'update', ...(deletable ? ['delete'] : [])],
  }));

/** `bind` on just the roles that bindings name, instead of all they grant. */
function bindings(roles: readonly BoundRole[]): readonly Need[] {
  return (['ClusterRole', 'Role'] as const).flatMap(kind => {
    const resourceNames = roles.filter(role => role.kind === kind).map(({ name }) => name);
    return resourceNames.length === 0
      ? []
      : [{ group: RBAC_GROUP, resource: resourceOf(kind), resourceNames, verbs: ['bind'] }];
  });
}

const asRule = ({ group, resource, resourceNames, verbs }: Need): RbacRule => ({
  apiGroups: [group],
  resources: [resource],
  resourceNames,
  verbs,
});

/** One rule for all resources of a group that are used in the same way. */
function merged(needs: readonly Need[]): readonly RbacRule[] {
  const rules = new Map<string, RbacRule>();
  for (const { group, resource, verbs } of needs) {
    const key = JSON.stringify([group, verbs]);
    const resources = rules.get(key)?.resources ?? [];
    rules.set(key, { apiGroups: [group], resources: [...resources, resource], verbs });
  }
  return [...rules.values()];
}

/** A kind's plural, as Kubernetes itself guesses it; every kind we emit is regular. */
export function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name.endsWith('s')) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
