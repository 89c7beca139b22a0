/** The AppProject: the fleet's Applications may do what the output needs, and nothing else. */

import type { Construct } from 'constructs';
import { AppProject, type AppProjectSpecDestinations } from '../../imports/argoproj.io';
import { REGISTRY_NAMESPACE } from '../facts/names';
import type { ArgoCdModel } from '../model/argocd';
import type { EmittedKinds } from './emitted-kinds';
import { argocdMetadata } from './metadata';
import { makesNamespaces } from './rights';

/** Above this many pairs of cluster and namespace the project would come near the size limit of an object. */
export const MOST_DESTINATIONS = 2000;

/** Defines the project for what was emitted. */
export function defineProject(scope: Construct, settings: ArgoCdModel, emitted: EmittedKinds): void {
  new AppProject(scope, 'Project', {
    metadata: argocdMetadata(settings.project, -10, settings.namespace),
    spec: {
      description: 'OpenShift image registries of the fleet',
      sourceRepos: [settings.repoURL],
      destinations: destinations(emitted),
      clusterResourceWhitelist: kinds(emitted, false).filter(
        ({ kind }) => kind !== 'Namespace' || !makesNamespaces(settings),
      ),
      namespaceResourceWhitelist: kinds(emitted, true),
    },
  });
}

/** Each cluster with its own namespaces; in very large fleets every cluster with the namespaces of all. */
function destinations(emitted: EmittedKinds): AppProjectSpecDestinations[] {
  const exact = emitted.clusters.flatMap(({ name, namespaces }) =>
    withRegistry(namespaces).map(namespace => ({ name, namespace })),
  );
  if (exact.length <= MOST_DESTINATIONS) return exact;
  return withRegistry(emitted.namespaces).map(namespace => ({ name: '*', namespace }));
}

/** The namespace every Application names as its own. */
const withRegistry = (namespaces: readonly string[]): readonly string[] =>
  [...new Set([...namespaces, REGISTRY_NAMESPACE])].sort();

const kinds = (emitted: EmittedKinds, namespaced: boolean): { group: string; kind: string }[] =>
  emitted.all.kinds.filter(kind => kind.namespaced === namespaced).map(({ group, kind }) => ({ group, kind }));
