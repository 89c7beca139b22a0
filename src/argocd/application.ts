/** What every Application of the fleet says, no matter who creates it: where its manifests are, and how they are synced. */

import type { ApplicationSpec } from '../../imports/argoproj.io';
import { REGISTRY_NAMESPACE } from '../facts/names';
import type { ArgoCdModel } from '../model/argocd';

/** The cluster an Application is for: plain values, or the placeholders of a template. */
export interface ApplicationTarget {
  /** Name of the cluster as Argo CD knows it. */
  readonly cluster: string;
  /** Folder of its manifests in the repository. */
  readonly path: string;
}

/**
 * Compared by the API server, the only one that knows defaults and owners of fields;
 * other clusters' commits do not cause a refresh.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/
 */
export const APPLICATION_ANNOTATIONS = {
  'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
  'argocd.argoproj.io/manifest-generate-paths': '.',
} as const;

/**
 * The spec of one Application. There is no finalizer, so deleting an Application deletes nothing else;
 * there is nothing to ignore, because every field we send is kept as it is by the operator.
 */
export function applicationSpec(settings: ArgoCdModel, { cluster, path }: ApplicationTarget): ApplicationSpec {
  const { repoURL, targetRevision, project } = settings;
  return {
    project,
    source: { repoUrl: repoURL, targetRevision, path },
    destination: { name: cluster, namespace: REGISTRY_NAMESPACE },
    syncPolicy: syncPolicy(settings),
  };
}

/**
 * A failed sync is retried without limit: Argo CD would otherwise stop before ODF or another operator is installed. With
 * `refreshOnRetry` a retry uses the newest commit; without it, the failing sync must be terminated by hand before a commit
 * with the fix is synced. Argo CD before 3.2 refuses the field.
 *
 * @see https://github.com/argoproj/argo-cd/issues/11494
 */
const syncPolicy = ({ automated, prune, refreshOnRetry }: ArgoCdModel): ApplicationSpec['syncPolicy'] => ({
  automated: automated ? { prune, selfHeal: true } : undefined,
  syncOptions: ['FailOnSharedResource=true'],
  retry: {
    limit: -1,
    refresh: refreshOnRetry || undefined,
    backoff: { duration: '10s', factor: 2, maxDuration: '5m' },
  },
});
