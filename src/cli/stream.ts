/** The output as one stream of YAML, in an order that `oc apply -f -` accepts: what others need comes first. */

import type { PreparedFleet } from '../main';
import { buildFolders } from '../main/build';
import type { Manifest } from '../manifests/common/manifest';
import { filesOf, type OutputObjects } from '../output/manifest-file';

/** One document for each object; cluster after cluster, and then what they share. */
export function* stream(fleet: PreparedFleet, only: readonly string[]): Generator<string> {
  for (const objects of buildFolders(fleet, only)) {
    if (objects.cluster === undefined)
      for (const manifest of inOrder(objects.manifests)) yield* documents({ ...objects, manifests: [manifest] });
    else
      for (const definition of sorted(objects.definitions, one => one.manifest()))
        yield* documents({ ...objects, definitions: [definition] });
  }
}

function* documents(objects: OutputObjects): Generator<string> {
  for (const { text } of filesOf(objects)) yield `---\n${text}`;
}

/** What one cluster needs if nothing else is applied to it: with the namespace of the Jobs, which Argo CD's rights have else. */
export function streamOfOne(fleet: PreparedFleet, cluster: string): Generator<string> {
  const { checked } = fleet;
  return stream({ ...fleet, checked: { ...checked, fleet: { ...checked.fleet, argocd: undefined } } }, [cluster]);
}

/** Within a wave: what holds others, what they are allowed to do, what they read, and what runs at the end. */
const KINDS: readonly string[] = [
  'Namespace',
  'ServiceAccount',
  'ClusterRole',
  'Role',
  'ClusterRoleBinding',
  'RoleBinding',
  'ConfigMap',
  'Secret',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
];
const AT_THE_END: readonly string[] = ['CronJob', 'Job'];

/** By sync wave, then by what depends on what, else as they were. */
export const inOrder = (manifests: readonly Manifest[]): readonly Manifest[] => sorted(manifests, manifest => manifest);

const sorted = <Item>(items: readonly Item[], manifestOf: (item: Item) => Manifest): readonly Item[] =>
  [...items].sort((one, other) => {
    const [a, b] = [manifestOf(one), manifestOf(other)];
    return waveOf(a) - waveOf(b) || rankOf(a) - rankOf(b);
  });

function waveOf({ metadata: { annotations } }: Manifest): number {
  return Number(annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}

function rankOf({ kind }: Manifest): number {
  if (AT_THE_END.includes(kind)) return KINDS.length + 1;
  const rank = KINDS.indexOf(kind);
  return rank < 0 ? KINDS.length : rank;
}
