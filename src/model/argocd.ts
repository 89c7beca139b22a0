/** The `argocd` block with nothing left open. */

import type { ArgoCd } from '../config/shape/argocd';

/** How Argo CD is to be set up. */
export interface ArgoCdModel {
  readonly repoURL: string;
  readonly targetRevision: string;
  /** Folder of the clusters in the repository. */
  readonly clustersPath: string;
  readonly namespace: string;
  readonly project: string;
  readonly generator: NonNullable<ArgoCd['generator']>;
  readonly automated: boolean;
  readonly prune: boolean;
  readonly refreshOnRetry: boolean;
  readonly serviceAccount: { readonly namespace: string; readonly name: string };
  readonly controllerRights: NonNullable<ArgoCd['controllerRights']>;
}

/** Fills in what the user did not say. */
export function resolveArgoCd(argocd: ArgoCd): ArgoCdModel {
  const namespace = argocd.namespace ?? 'openshift-gitops';
  return {
    repoURL: argocd.repoURL,
    targetRevision: argocd.targetRevision ?? 'HEAD',
    clustersPath: clustersPath(argocd.path ?? 'dist'),
    namespace,
    project: argocd.project ?? 'image-registry',
    generator: argocd.generator ?? 'gitDirectories',
    automated: argocd.automated ?? true,
    prune: argocd.prune ?? false,
    refreshOnRetry: argocd.refreshOnRetry ?? false,
    serviceAccount: serviceAccount(argocd.controllerServiceAccount, namespace),
    controllerRights: argocd.controllerRights ?? 'openshift-gitops',
  };
}

/** `./dist/` and `dist` mean the same folder; the repository itself may be the output folder. */
function clustersPath(path: string): string {
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  return [...parts, 'clusters'].join('/');
}

function serviceAccount(account: string | undefined, namespace: string): ArgoCdModel['serviceAccount'] {
  const [first = '', second] = (account ?? `${namespace}/${namespace}-argocd-application-controller`).split('/');
  return second === undefined ? { namespace, name: first } : { namespace: first, name: second };
}
