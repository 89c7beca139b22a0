/** What all of Argo CD's own objects have in common. */

import type { ApiObjectMetadata } from 'cdk8s';

/** Metadata of an object for Argo CD's own cluster. Permissions and the project come before what uses them. */
export function argocdMetadata(name: string, wave: number, namespace?: string): ApiObjectMetadata {
  return {
    name,
    namespace,
    labels: {
      'app.kubernetes.io/managed-by': 'cdk8s-openshift-registry',
      'app.kubernetes.io/name': 'image-registry',
      'app.kubernetes.io/part-of': 'openshift-image-registry',
    },
    annotations: { 'argocd.argoproj.io/sync-wave': String(wave) },
  };
}
