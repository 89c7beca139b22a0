/** `access` in each project: RoleBindings to ClusterRoles that OpenShift brings. */

import type { Construct } from 'constructs';
import type { RoleBindingModel, SubjectModel } from '../../model/access-model';
import type { RegistryModel } from '../../model/model';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';

/** API group of roles, bindings, users and groups. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Defines the bindings of every project. */
export function defineRoleBindings(
  scope: Construct,
  model: RegistryModel,
  bindings: readonly RoleBindingModel[],
): void {
  for (const [index, { name, namespace, role, subjects }] of bindings.entries()) {
    new k8s.KubeRoleBinding(scope, `RoleBinding${index}`, {
      metadata: objectMetadata(model, { role: 'access', name, namespace }),
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: role },
      subjects: subjects.map(subjectOf),
    });
  }
}

/** Service accounts are of the core group, which is not said. */
export const subjectOf = ({ kind, name, namespace }: SubjectModel): k8s.Subject =>
  kind === 'ServiceAccount' ? { kind, name, namespace } : { apiGroup: RBAC_GROUP, kind, name };
