/** What OpenShift GitOps lets its application controller do, before anyone grants it more. */

/** A rule of a Role or ClusterRole. */
export interface RbacRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
}

const ALL = ['*'];
const READ = ['get', 'list', 'watch'];

const everythingIn = (group: string): RbacRule => ({ apiGroups: [group], resources: ALL, verbs: ALL });

/**
 * The rules of the controller's ClusterRole. `*` on `rbac.authorization.k8s.io` includes the verbs `bind` and `escalate`.
 *
 * @see redhat-developer/gitops-operator controllers/argocd/openshift/openshift.go policyRulesForClusterConfig
 */
export const OPENSHIFT_GITOPS_RIGHTS: readonly RbacRule[] = [
  { apiGroups: ALL, resources: ALL, verbs: READ },
  everythingIn('operators.coreos.com'),
  everythingIn('operator.openshift.io'),
  everythingIn('user.openshift.io'),
  everythingIn('config.openshift.io'),
  everythingIn('console.openshift.io'),
  {
    apiGroups: [''],
    resources: ['namespaces', 'persistentvolumeclaims', 'persistentvolumes', 'configmaps'],
    verbs: ALL,
  },
  everythingIn('rbac.authorization.k8s.io'),
  everythingIn('storage.k8s.io'),
  everythingIn('machine.openshift.io'),
  everythingIn('machineconfiguration.openshift.io'),
  { apiGroups: ['compliance.openshift.io'], resources: ['scansettingbindings'], verbs: ALL },
];

/** Whether a rule lets its holder use the verb on the resource; a rule for some names only does not say so for all. */
export function allows(rule: RbacRule, group: string, resource: string, verb: string): boolean {
  return (
    rule.resourceNames === undefined &&
    has(rule.apiGroups, group) &&
    has(rule.resources, resource) &&
    has(rule.verbs, verb)
  );
}

const has = (list: readonly string[] | undefined, value: string): boolean =>
  list !== undefined && (list.includes('*') || list.includes(value));
