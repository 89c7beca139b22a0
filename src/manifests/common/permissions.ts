/** Rights of our own service accounts: named verbs on named objects, never more. */

import type { Construct } from 'constructs';
import type { SyncRole } from '../../facts/sync-policy';
import type { RegistryModel } from '../../model/model';
import { k8s } from './k8s';
import { objectMetadata } from './metadata';

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
export function defineGrantee(scope: Construct, model: RegistryModel, who: Grantee, grants: readonly Grant[]): void {
  const { name, namespace, role = PERMISSION } = who;
  new k8s.KubeServiceAccount(scope, `ServiceAccount-${name}`, {
    metadata: objectMetadata(model, { role, name, namespace }),
  });
  const namespaces = [...new Set(grants.map(grant => grant.namespace))];
  for (const place of namespaces) {
    const rules = grants.filter(grant => grant.namespace === place).map(policyRule);
    if (place === undefined) defineClusterRole(scope, model, who, rules);
    else defineRole(scope, model, who, place, rules);
  }
}

const policyRule = ({ apiGroup, resource, names, verbs }: Grant): k8s.PolicyRule => ({
  apiGroups: [apiGroup],
  resources: [resource],
  resourceNames: [...names],
  verbs: [...verbs],
});

const subject = ({ name, namespace }: Grantee): k8s.Subject => ({ kind: 'ServiceAccount', name, namespace });

function defineRole(
  scope: Construct,
  model: RegistryModel,
  who: Grantee,
  namespace: string,
  rules: k8s.PolicyRule[],
): void {
  const { name, role = PERMISSION } = who;
  const metadata = objectMetadata(model, { role, name, namespace });
  new k8s.KubeRole(scope, `Role-${name}-${namespace}`, { metadata, rules });
  new k8s.KubeRoleBinding(scope, `RoleBinding-${name}-${namespace}`, {
    metadata,
    roleRef: { apiGroup: GROUP, kind: 'Role', name },
    subjects: [subject(who)],
  });
}

function defineClusterRole(scope: Construct, model: RegistryModel, who: Grantee, rules: k8s.PolicyRule[]): void {
  const { name, role = PERMISSION } = who;
  const metadata = objectMetadata(model, { role, name });
  new k8s.KubeClusterRole(scope, `ClusterRole-${name}`, { metadata, rules });
  new k8s.KubeClusterRoleBinding(scope, `ClusterRoleBinding-${name}`, {
    metadata,
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name },
    subjects: [subject(who)],
  });
}
