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

/** API groups whose kinds have no namespace, though others of the same name have one. */
const CLUSTER_SCOPED_GROUPS: ReadonlySet<string> = new Set(['s3.aws.upbound.io']);

/** Whether objects of the kind have no namespace. */
export const isClusterScoped = (apiVersion: string, kind: string): boolean =>
  CLUSTER_SCOPED_KINDS.has(kind) || CLUSTER_SCOPED_GROUPS.has(apiVersion.split('/')[0] ?? '');

/** Takes the chart's namespace off every cluster-scoped object below the scope. */
export function keepClusterScoped(scope: Construct): void {
  if (Chart.of(scope).namespace === undefined) return;
  for (const child of scope.node.findAll()) {
    if (!ApiObject.isApiObject(child) || !isClusterScoped(child.apiVersion, child.kind)) continue;
    child.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
