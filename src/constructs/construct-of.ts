/** Objects of a cluster as constructs. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Definition } from '../manifests/common/definition';
import { CLUSTER_LABEL } from '../manifests/common/metadata';

/** Makes the object, which is one of the cluster's, below the scope. */
export function constructOf(definition: Definition, scope: Construct, cluster: string): ApiObject {
  const object = definition.construct(scope);
  object.metadata.addLabel(CLUSTER_LABEL, cluster);
  return object;
}
