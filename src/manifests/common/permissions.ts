/** Rights of our own service accounts: named verbs on named objects, never more. */

import type { SyncRole } from '../../facts/sync-policy';
import { type Definition, define } from './definition';
import { k8s } from './k8s';
import { objectMetadata } from './metadata';
import type { WithMetadata } from './shared-part';

/** Verbs on one kind of object, by name. */
export interface Grant {
  /** Absent for cluster-scoped objects. */
  readonly namespace?: string;
  readonly apiGroup: string;
  readonly resource: string;
  readonly names: readonly string[];
  readonly verbs: readonly string[];
}

/** Whose rights they are; roles and bindings carry the same name. */
export interface Grantee {
  readonly name: string;
  readonly namespace: string;
  /** What the account and its rights are to Argo CD. */
  readonly role?: SyncRole;
}

const PERMISSION: SyncRole = 'permission';

const GROUP = 'rbac.authorization.k8s.io';

/** Defines the service account, and a role with its binding in each namespace that is touched. */
export function defineGrantee(model: WithMetadata, who: Grantee, grants: readonly Grant[]): readonly Definition[] {
  const { name, namespace, role = PERMISSION } = who;
  const account = define(k8s.KubeServiceAccount, `ServiceAccount-${name}`, {
    metadata: objectMetadata(model, { role, name, namespace }),
  });
  const namespaces = [...new Set(grants.map(grant => grant.namespace))];
  const roles = namespaces.flatMap(place => {
    const rules = grants.filter(grant => grant.namespace === place).map(policyRule);
    return place === undefined ? defineClusterRole(model, who, rules) : defineRole(model, who, place, rules);
  });
  return [account, ...roles];
}

const policyRule = ({ apiGroup, resource, names, verbs }: Grant): k8s.PolicyRule => ({
  apiGroups: [apiGroup],
  resources: [resource],
  resourceNames: [...names],
  verbs: [...verbs],
});

const subject = ({ name, namespace }: Grantee): k8s.Subject => ({ kind: 'ServiceAccount', name, namespace });

function defineRole(
  model: WithMetadata,
  who: Grantee,
  namespace: string,
  rules: k8s.PolicyRule[],
): readonly Definition[] {
  const { name, role = PERMISSION } = who;
  const metadata = objectMetadata(model, { role, name, namespace });
  return [
    define(k8s.KubeRole, `Role-${name}-${namespace}`, { metadata, rules }),
    define(k8s.KubeRoleBinding, `RoleBinding-${name}-${namespace}`, {
      metadata,
      roleRef: { apiGroup: GROUP, kind: 'Role', name },
      subjects: [subject(who)],
    }),
  ];
}

function defineClusterRole(model: WithMetadata, who: Grantee, rules: k8s.PolicyRule[]): readonly Definition[] {
  const { name, role = PERMISSION } = who;
  const metadata = objectMetadata(model, { role, name });
  return [
    define(k8s.KubeClusterRole, `ClusterRole-${name}`, { metadata, rules }),
    define(k8s.KubeClusterRoleBinding, `ClusterRoleBinding-${name}`, {
      metadata,
      roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name },
      subjects: [subject(who)],
    }),
  ];
}
