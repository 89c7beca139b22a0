/** `access` in each project: RoleBindings to ClusterRoles that OpenShift brings. */

import type { RoleBindingModel, SubjectModel } from '../../model/access';
import { type Definition, define } from '../common/definition';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';

/** API group of roles, bindings, users and groups. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Which binding is meant: there is one for each project and role. */
export type BindingPlace = Omit<RoleBindingModel, 'subjects'>;

/** Defines the binding that is the cluster's `index`th. */
export function defineRoleBinding(
  model: WithMetadata,
  index: number,
  { name, namespace, role }: BindingPlace,
  subjects: k8s.Subject[],
): Definition {
  return define(k8s.KubeRoleBinding, `RoleBinding${index}`, {
    metadata: objectMetadata(model, { role: 'access', name, namespace }),
    roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: role },
    subjects,
  });
}

/** Service accounts are of the core group, which is not written. */
export const subjectOf = ({ kind, name, namespace }: SubjectModel): k8s.Subject =>
  kind === 'ServiceAccount' ? { kind, name, namespace } : { apiGroup: RBAC_GROUP, kind, name };
