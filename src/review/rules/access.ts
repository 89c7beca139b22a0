/** Permissions, and who has them. */

import { isPlainMap } from '../../config/plain-map';
import { stable } from '../compare/diff';
import { waveOf } from '../sync';
import type { FieldChange, RuleTable, WholeChange } from './rule';

const BINDINGS = ['RoleBinding', 'ClusterRoleBinding'];
const ROLES = ['Role', 'ClusterRole'];
const RBAC = 'kubernetes/kubernetes:pkg/apis/rbac/validation';

/** Permissions of emitted Jobs are applied first; those of the Argo CD controller before it needs them. */
const isForWork = (object: unknown): boolean => waveOf(object) < 0;

const rights = (value: unknown): ReadonlySet<string> =>
  new Set((Array.isArray(value) ? value : []).filter(isPlainMap).map(stable));

const losesRights = ({ before, after, old }: FieldChange): boolean =>
  isForWork(old?.value) && [...rights(before)].some(rule => !rights(after).has(rule));

const hasJobs = ({ cluster }: WholeChange): boolean =>
  cluster.after.ofKind('Job').length + cluster.after.ofKind('CronJob').length > 0;

export const ACCESS: RuleTable = {
  fields: [
    {
      ...{ code: 'binding-role', risk: 'immutable', kinds: BINDINGS, paths: ['roleRef.**'] },
      why: 'the role of a binding cannot be changed: the API server refuses it, and the sync of the cluster fails',
      source: `${RBAC} ValidateRoleBindingUpdate`,
    },
    {
      ...{ code: 'worker-loses-rights', risk: 'stuck', kinds: ROLES, paths: ['rules', 'rules.**'], when: losesRights },
      why: 'a Job or the Argo CD controller loses permissions: the sync stops where it needs them',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      ...{ code: 'worker-loses-binding', risk: 'stuck', kinds: BINDINGS, paths: ['subjects', 'subjects.**'] },
      when: ({ after, old }) => isForWork(old?.value) && after === undefined,
      why: 'a Job or the Argo CD controller loses all its permissions: the sync stops where it needs them',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      ...{ code: 'rights', risk: 'exposure', kinds: [...BINDINGS, ...ROLES] },
      paths: ['subjects', 'subjects.**', 'rules', 'rules.**', 'aggregationRule.**'],
      why: 'who may read, push or change something changes',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      ...{ code: 'service-account', risk: 'exposure', kinds: ['ServiceAccount'] },
      paths: ['secrets', 'imagePullSecrets', 'automountServiceAccountToken'],
      why: 'what the service account may pull or mount changes',
      source: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
    },
  ],
  whole: [
    {
      ...{ code: 'rights-added', risk: 'exposure', kinds: [...BINDINGS, ...ROLES, 'ServiceAccount'], action: 'added' },
      why: 'a user, group or service account gets new permissions',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      ...{
        code: 'rights-removed',
        risk: 'exposure',
        kinds: [...BINDINGS, ...ROLES, 'ServiceAccount'],
        action: 'removed',
      },
      why: 'after the sync deletes it, everyone with permissions by it loses them',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      ...{
        code: 'worker-rights-removed',
        risk: 'stuck',
        kinds: [...BINDINGS, ...ROLES, 'ServiceAccount'],
        action: 'removed',
      },
      when: change => isForWork(change.object.value) && hasJobs(change),
      why: 'a Job that still exists uses it: without it the Job fails, and with it the sync',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
  ],
};
