/** Objects of Argo CD: the project, and the Applications or the ApplicationSet that creates them. */

import { App, Chart } from 'cdk8s';
import type { ArgoCd } from '../config/shape/argocd';
import type { Manifest } from '../manifests/common/manifest';
import { resolveArgoCd } from '../model/argocd';
import type { EmittedKinds } from './emitted-kinds';
import { defineApplications } from './generators';
import { defineProject } from './project';

/** All of them as plain data, for the clusters whose objects were summed up. */
export function argocdManifests(argocd: ArgoCd, emitted: EmittedKinds): readonly Manifest[] {
  const settings = resolveArgoCd(argocd);
  const chart = new Chart(new App(), 'argocd');
  defineProject(chart, settings, emitted);
  defineApplications(
    chart,
    settings,
    emitted.clusters.map(({ name }) => name),
  );
  return chart.toJson() as Manifest[];
}
