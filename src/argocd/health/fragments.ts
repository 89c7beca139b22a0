/** The health checks as Argo CD takes them: a patch for OpenShift GitOps, and a piece of argocd-cm for Argo CD itself. */

import { CONFIG_HEALTH } from './config';
import { IMAGE_PRUNER_HEALTH } from './image-pruner';
import { OBJECT_BUCKET_CLAIM_HEALTH } from './object-bucket-claim';

/** One check: the kind it is for, and its Lua source. */
export interface HealthCheck {
  readonly group: string;
  readonly kind: string;
  readonly check: string;
}

/** Checks of the kinds that Argo CD would otherwise take for healthy as soon as they exist. */
export const HEALTH_CHECKS: readonly HealthCheck[] = [
  { group: 'imageregistry.operator.openshift.io', kind: 'Config', check: CONFIG_HEALTH },
  { group: 'imageregistry.operator.openshift.io', kind: 'ImagePruner', check: IMAGE_PRUNER_HEALTH },
  { group: 'objectbucket.io', kind: 'ObjectBucketClaim', check: OBJECT_BUCKET_CLAIM_HEALTH },
];

/** For the operator of OpenShift GitOps, which writes argocd-cm itself. */
export const openshiftGitOpsPatch = (): object => ({
  apiVersion: 'argoproj.io/v1beta1',
  kind: 'ArgoCD',
  metadata: { name: 'openshift-gitops', namespace: 'openshift-gitops' },
  spec: { resourceHealthChecks: HEALTH_CHECKS.map(check => ({ ...check })) },
});

/** For an Argo CD that is configured by hand. */
export const argocdConfigMap = (): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'argocd-cm', namespace: 'argocd' },
  data: Object.fromEntries(
    HEALTH_CHECKS.map(({ group, kind, check }) => [`resource.customizations.health.${group}_${kind}`, check]),
  ),
});
