/** `dist/argocd/`: Argo CD's own objects, beside the clusters' folders and never in one. */

import { argocdManifests } from '../argocd/argocd-manifests';
import type { EmittedKinds } from '../argocd/emitted-kinds';
import type { ArgoCd } from '../config/shape/argocd';
import { filesOf, type OutputFile } from './manifest-file';

/** The files of the `argocd` block; none without one. */
export function argocdFiles(argocd: ArgoCd | undefined, emitted: EmittedKinds): readonly OutputFile[] {
  return argocd === undefined ? [] : filesOf('argocd', argocdManifests(argocd, emitted));
}
