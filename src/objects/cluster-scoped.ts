/** Cluster-scoped objects in a chart that has a namespace of its own: cdk8s would stamp it on them. */

import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';

/** Kinds we emit that have no namespace. */
export const CLUSTER_SCOPED_KINDS: ReadonlySet<string> = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'Config',
  'Image',
  'ImageContentSourcePolicy',
  'ImageDigestMirrorSet',
  'ImagePruner',
  'ImageTagMirrorSet',
  'Namespace',
  'PersistentVolume',
  'StorageClass',
]);

/** Takes the chart's namespace off every cluster-scoped object below the scope. */
export function keepClusterScoped(scope: Construct): void {
  if (Chart.of(scope).namespace === undefined) return;
  for (const child of scope.node.findAll()) {
    if (!ApiObject.isApiObject(child) || !CLUSTER_SCOPED_KINDS.has(child.kind)) continue;
    child.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
