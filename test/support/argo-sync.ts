/**
 * What Argo CD does with an object that left git, or whose Application is deleted, going by the object's own annotations.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/
 */

/** An object with its annotations. */
export interface Annotated {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
}

const listed = ({ metadata }: Annotated, annotation: string): readonly string[] =>
  (metadata.annotations?.[`argocd.argoproj.io/${annotation}`] ?? '').split(',');
const option = (object: Annotated, name: string): boolean => listed(object, 'sync-options').includes(name);

/** The fate of an object that is in the cluster and no longer in git, where pruning is on. */
export function afterLeavingGit(object: Annotated): { readonly deleted: boolean; readonly outOfSync: boolean } {
  const deleted = !option(object, 'Prune=false');
  return { deleted, outOfSync: !deleted && !listed(object, 'compare-options').includes('IgnoreExtraneous') };
}

/** Whether an object goes with an Application that is deleted with its resources. */
export const goesWithApplication = (object: Annotated): boolean => !option(object, 'Delete=false');

/** Whether it is applied by the server, so that fields of others stay. */
export const isAppliedByServer = (object: Annotated): boolean => option(object, 'ServerSideApply=true');

/** Whether a sync goes on when its kind is not there yet. */
export const waitsForItsKind = (object: Annotated): boolean => option(object, 'SkipDryRunOnMissingResource=true');

/** Position in the order of a sync. */
export const waveOf = ({ metadata }: Annotated): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
