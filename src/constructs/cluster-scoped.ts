/** Cluster-scoped objects in a chart that has a namespace of its own: cdk8s would stamp it on them. */

import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { isClusterScoped } from '../manifests/common/cluster-scoped';

/** Takes the chart's namespace off every cluster-scoped object below the scope. */
export function keepClusterScoped(scope: Construct): void {
  if (Chart.of(scope).namespace === undefined) return;
  for (const child of scope.node.findAll()) {
    if (!ApiObject.isApiObject(child) || !isClusterScoped(child.apiVersion, child.kind)) continue;
    child.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
