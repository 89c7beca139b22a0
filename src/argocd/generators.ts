/** Who creates the Applications: an ApplicationSet over folders, one over a list, or we ourselves. */

import type { Construct } from 'constructs';
import {
  Application,
  ApplicationSet,
  type ApplicationSetSpec,
  ApplicationSetSpecSyncPolicyApplicationsSync,
} from '../../imports/argoproj.io';
import type { ArgoCdModel } from '../model/argocd';
import { APPLICATION_ANNOTATIONS, type ApplicationTarget, applicationSpec } from './application';
import { argocdMetadata } from './metadata';

/** Defines the Applications of the named clusters, or the ApplicationSet that creates them. */
export function defineApplications(scope: Construct, settings: ArgoCdModel, clusters: readonly string[]): void {
  if (settings.generator === 'applications') {
    for (const cluster of clusters) defineApplication(scope, settings, targetOf(settings, cluster));
    return;
  }
  const { generators, suffix, target } =
    settings.generator === 'list' ? overList(settings, clusters) : overFolders(settings);
  defineSet(scope, settings, generators, suffix, target);
}

/** How an ApplicationSet finds clusters, and what its template has for each. */
interface Generation {
  readonly generators: ApplicationSetSpec['generators'];
  /** End of the Application's name. */
  readonly suffix: string;
  readonly target: ApplicationTarget;
}

const targetOf = ({ clustersPath }: ArgoCdModel, cluster: string): ApplicationTarget => ({
  cluster,
  path: `${clustersPath}/${cluster}`,
});

/** A cluster is found once its folder is in git. */
const overFolders = ({ repoURL, targetRevision, clustersPath }: ArgoCdModel): Generation => ({
  generators: [{ git: { repoUrl: repoURL, revision: targetRevision, directories: [{ path: `${clustersPath}/*` }] } }],
  suffix: '{{ .path.basenameNormalized }}',
  target: { cluster: '{{ .path.basename }}', path: '{{ .path.path }}' },
});

/** A cluster is found once this object names it. */
const overList = (settings: ArgoCdModel, clusters: readonly string[]): Generation => ({
  generators: [{ list: { elements: clusters.map(cluster => ({ cluster })) } }],
  suffix: '{{ .cluster }}',
  target: targetOf(settings, '{{ .cluster }}'),
});

/** Applications are created and updated but never deleted, and what they synced stays when the ApplicationSet is deleted. */
function defineSet(
  scope: Construct,
  settings: ArgoCdModel,
  generators: ApplicationSetSpec['generators'],
  suffix: string,
  target: ApplicationTarget,
): void {
  new ApplicationSet(scope, 'Applications', {
    metadata: argocdMetadata(settings.project, 0, settings.namespace),
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: {
        preserveResourcesOnDeletion: true,
        applicationsSync: ApplicationSetSpecSyncPolicyApplicationsSync.CREATE_HYPHEN_UPDATE,
      },
      generators,
      template: {
        metadata: { name: `${settings.project}-${suffix}`, annotations: { ...APPLICATION_ANNOTATIONS } },
        spec: applicationSpec(settings, target),
      },
    },
  });
}

function defineApplication(scope: Construct, settings: ArgoCdModel, target: ApplicationTarget): void {
  const metadata = argocdMetadata(`${settings.project}-${target.cluster}`, 0, settings.namespace);
  new Application(scope, `Application-${target.cluster}`, {
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...APPLICATION_ANNOTATIONS } },
    spec: applicationSpec(settings, target),
  });
}
