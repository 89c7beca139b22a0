/** The permissions that the Argo CD application controller lacks for the output of the fleet, and no others. */

import { allows, type RbacRule } from '../facts/argocd-controller';
import type { BoundRole, EmittedKind, EmittedPart } from './emitted-part';

const RBAC_GROUP = 'rbac.authorization.k8s.io';

/**
 * What is needed in the whole cluster and not in the given rights: everything for kinds without a namespace, and to read
 * the others, because Argo CD watches each kind in all namespaces at once.
 */
export const clusterRules = (
  all: Pick<EmittedPart, 'kinds'>,
  clusterScoped: EmittedPart,
  rights: readonly RbacRule[],
): readonly RbacRule[] => [
  ...lackingVerbs(
    [
      ...all.kinds.filter(({ namespaced }) => namespaced).map(kind => needOf(kind, READ)),
      ...clusterScoped.kinds.map(kind => needOf(kind, [...READ, ...writing(kind)])),
    ],
    rights,
  ),
  ...lackingForRoles(clusterScoped, 'clusterroles', rights),
];

/** What is needed in one namespace and not in the given rights: to write. */
export const namespaceRules = (part: EmittedPart, rights: readonly RbacRule[]): readonly RbacRule[] => [
  ...lackingVerbs(
    part.kinds.map(kind => needOf(kind, writing(kind))),
    rights,
  ),
  ...lackingForRoles(part, 'roles', rights),
];

interface Need {
  readonly group: string;
  readonly resource: string;
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];

/** Kinds that are never deleted need no `delete`. */
const writing = ({ deletable }: EmittedKind): readonly string[] => [
  'create',
  'patch',
  'update',
  ...(deletable ? ['delete'] : []),
];

const needOf = ({ group, kind }: EmittedKind, verbs: readonly string[]): Need => ({
  group,
  resource: resourceOf(kind),
  verbs,
});

const isHeld = (rights: readonly RbacRule[], group: string, resource: string, verb: string): boolean =>
  rights.some(right => allows(right, group, resource, verb));

const lacking = ({ group, resource, verbs }: Need, rights: readonly RbacRule[]): readonly string[] =>
  verbs.filter(verb => !isHeld(rights, group, resource, verb));

const lackingVerbs = (needs: readonly Need[], rights: readonly RbacRule[]): readonly RbacRule[] =>
  merged(needs.map(need => ({ ...need, verbs: lacking(need, rights) })).filter(({ verbs }) => verbs.length > 0));

/** To create a role takes every permission that it grants; to bind one takes permission to bind it. */
const lackingForRoles = (
  { boundRoles, roleRules }: EmittedPart,
  resource: 'clusterroles' | 'roles',
  rights: readonly RbacRule[],
): readonly RbacRule[] => [
  ...bindings(boundRoles)
    .filter(need => lacking(need, rights).length > 0)
    .map(asRule),
  ...(isHeld(rights, RBAC_GROUP, resource, 'escalate') ? [] : roleRules),
];

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
