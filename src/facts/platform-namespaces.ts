/** Namespaces that are there on every OpenShift cluster, from its installation on. */

import { CONFIG_NAMESPACE, REGISTRY_NAMESPACE } from './names';

/**
 * Those that objects of ours can be in. Add-ons make others, such as openshift-storage, and a cluster without the
 * add-on has none.
 *
 * @see openshift/cluster-config-operator, openshift/cluster-image-registry-operator, openshift/cluster-monitoring-operator:
 * manifests of the release payload
 */
const ON_EVERY_CLUSTER: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'openshift',
  CONFIG_NAMESPACE,
  'openshift-config-managed',
  REGISTRY_NAMESPACE,
  'openshift-ingress',
  'openshift-monitoring',
]);

/** Whether the namespace can be counted on. */
export const isOnEveryCluster = (namespace: string): boolean => ON_EVERY_CLUSTER.has(namespace);
