/** The namespace of our Jobs, made once however many there are. */

import type { Construct } from 'constructs';
import { podSecurityLevel } from '../../facts/pods';
import { isPlatformNamespace } from '../../model/jobs';
import type { RegistryModel } from '../../model/model';
import { k8s } from './k8s';
import { objectMetadata } from './metadata';

/** Defines the namespace, unless another part of the cluster has done so. */
export function defineJobNamespace(scope: Construct, model: RegistryModel, name: string): void {
  const id = `Namespace-${name}`;
  if (isPlatformNamespace(name) || scope.node.tryFindChild(id) !== undefined) return;
  new k8s.KubeNamespace(scope, id, {
    metadata: objectMetadata(model, {
      role: 'namespace',
      name,
      labels: { 'pod-security.kubernetes.io/enforce': podSecurityLevel(model.openshift) },
    }),
  });
}
