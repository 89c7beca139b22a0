/** The health checks as Argo CD takes them: a patch for OpenShift GitOps, and a piece of argocd-cm for Argo CD itself. */

import { scriptFile } from '../../manifests/common/script-file';

/** One check: the kind it is for, and its Lua source. */
export interface HealthCheck {
  readonly group: string;
  readonly kind: string;
  readonly check: () => string;
}

/**
 * When a sync may go on, and when people must look. A storage or object error on a running registry shows only as a
 * Progressing condition with the reason Error, so that is Degraded here. Nothing is concluded from conditions that
 * belong to an older generation. Unmanaged is Healthy, because a sync waits without end on anything else; its message
 * says that nothing is managed. Lua's string library is not there in Argo CD, so condition types are compared whole.
 *
 * @see openshift/cluster-image-registry-operator pkg/operator/status.go, pkg/operator/clusteroperator.go
 */
export const CONFIG_HEALTH: HealthCheck = {
  group: 'imageregistry.operator.openshift.io',
  kind: 'Config',
  check: scriptFile(__dirname, 'config.lua'),
};

/**
 * The pruner's CronJob has to be there, and its last Job must not have failed. A suspended pruner is Healthy: that is
 * what was asked for, and a sync waits without end on anything else. The operator calls it degraded for as long as the
 * last Job it ran is a failed one; its message says so here, for no Job follows.
 *
 * @see openshift/cluster-image-registry-operator pkg/operator/status.go syncPrunerStatus
 */
export const IMAGE_PRUNER_HEALTH: HealthCheck = {
  group: 'imageregistry.operator.openshift.io',
  kind: 'ImagePruner',
  check: scriptFile(__dirname, 'image-pruner.lua'),
};

/**
 * For versions of Argo CD before 3.3, which have no check of an ObjectBucketClaim of their own. Later waves need the
 * bucket and its Secret, so only Bound lets a sync go on.
 *
 * @see kube-object-storage/lib-bucket-provisioner pkg/apis/objectbucket.io/v1alpha1
 */
export const OBJECT_BUCKET_CLAIM_HEALTH: HealthCheck = {
  group: 'objectbucket.io',
  kind: 'ObjectBucketClaim',
  check: scriptFile(__dirname, 'object-bucket-claim.lua'),
};

/**
 * The bucket must be there before the registry's operator looks for it: that operator makes a missing one by itself, also
 * where storage is Unmanaged, and then it has none of the settings written here. ACK.Recoverable is tried again.
 *
 * @see aws-controllers-k8s/runtime apis/core/v1alpha1/conditions.go
 */
export const ACK_BUCKET_HEALTH: HealthCheck = {
  group: 's3.services.k8s.aws',
  kind: 'Bucket',
  check: scriptFile(__dirname, 'ack-bucket.lua'),
};

const azureStorage = scriptFile(__dirname, 'azure-storage.lua');

/**
 * Account, blob service and container, for the same reason. A condition of severity Error waits for a person; Info and
 * Warning are tried again.
 *
 * @see https://azure.github.io/azure-service-operator/guide/conditions
 */
export const AZURE_STORAGE_HEALTH: readonly HealthCheck[] = [
  'StorageAccount',
  'StorageAccountsBlobService',
  'StorageAccountsBlobServicesContainer',
].map(kind => ({ group: 'storage.azure.com', kind, check: azureStorage }));

/**
 * Checks of the kinds that Argo CD would otherwise take for healthy as soon as they exist. It has some of its own for
 * Config Connector and Crossplane.
 */
export const HEALTH_CHECKS: readonly HealthCheck[] = [
  CONFIG_HEALTH,
  IMAGE_PRUNER_HEALTH,
  OBJECT_BUCKET_CLAIM_HEALTH,
  ACK_BUCKET_HEALTH,
  ...AZURE_STORAGE_HEALTH,
];

/** For the operator of OpenShift GitOps, which writes argocd-cm itself. */
export const openshiftGitOpsPatch = (): object => ({
  apiVersion: 'argoproj.io/v1beta1',
  kind: 'ArgoCD',
  metadata: { name: 'openshift-gitops', namespace: 'openshift-gitops' },
  spec: { resourceHealthChecks: HEALTH_CHECKS.map(({ group, kind, check }) => ({ group, kind, check: check() })) },
});

/** For an Argo CD that is configured by hand. */
export const argocdConfigMap = (): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'argocd-cm', namespace: 'argocd' },
  data: Object.fromEntries(
    HEALTH_CHECKS.map(({ group, kind, check }) => [`resource.customizations.health.${group}_${kind}`, check()]),
  ),
});
