/** The namespace of our Jobs. */

import { podSecurityLevel } from '../../facts/pods';
import { isPlatformNamespace } from '../../model/jobs';
import { type Definition, define } from './definition';
import { k8s } from './k8s';
import { objectMetadata } from './metadata';
import type { WithMetadata } from './shared-part';

/** Defines the namespace, unless it is one of OpenShift's own. */
export function defineJobNamespace(model: WithMetadata, name: string, openshift: string): readonly Definition[] {
  if (isPlatformNamespace(name)) return [];
  const namespace = define(k8s.KubeNamespace, `Namespace-${name}`, {
    metadata: objectMetadata(model, {
      role: 'namespace',
      name,
      labels: { 'pod-security.kubernetes.io/enforce': podSecurityLevel(openshift) },
    }),
  });
  return [namespace];
}
