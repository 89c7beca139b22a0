/** What the output of a checked fleet consists of, one cluster at a time, and then what the clusters share. */

import { argocdManifests } from '../argocd/argocd-manifests';
import { EmittedKinds, emittedOutline } from '../argocd/emitted-kinds';
import { isSynced, ownRights, sharedRights } from '../argocd/rights';
import type { ArgoCd } from '../config/shape/argocd';
import type { CheckedFleet } from '../fleet/check-fleet';
import { byName, byPlatform, modelOf } from '../fleet/models';
import { HubObjects, type HubShare, hubShareOf } from '../manifests/bucket-keys/hub';
import { definitionsOf } from '../manifests/build-manifests';
import type { Definition } from '../manifests/common/definition';
import type { Manifest } from '../manifests/common/manifest';
import type { FilesByFolder, NewFolder } from '../output/folder-files';
import { filesOf, newFolder, type OutputFile, type OutputObjects } from '../output/manifest-file';
import type { KeptFolder } from '../output/next-output';
import type { Shard } from '../output/shard';
import type { ClusterSummary } from '../rules/fleet/fleet-rule';
import { PROGRESS } from './tell';

/** What the rest of the output needs of one cluster. */
export interface BuiltCluster {
  /** As much of its objects as Argo CD's own objects depend on. */
  readonly emitted: readonly Manifest[];
  readonly hub?: HubShare;
}

/** What earlier runs built. */
export interface BuildMemory {
  /** What is known of a cluster whose files in the output are as a build would make them. */
  readonly builtBefore: (cluster: ClusterSummary) => BuiltCluster | undefined;
  /** Takes note of a cluster that was built. */
  readonly built: (cluster: ClusterSummary, built: BuiltCluster) => void;
  /** The files of the output folder, where it is known to be as a run left it. */
  readonly output?: FilesByFolder;
}

/** Which of the output is built. */
interface Extent {
  /** Only these clusters, where some are named, and nothing that all share. */
  readonly only?: readonly string[];
  readonly shard?: Shard;
  readonly memory?: BuildMemory;
  /** Whether nobody sees the order of the clusters. */
  readonly anyOrder?: boolean;
}

/**
 * Builds the output one cluster at a time; a folder that is known to be as it should is only named. What all clusters share,
 * Argo CD's own objects and the hub's policies, comes last, and not where only some clusters are asked for. The first shard
 * builds every cluster, for what they share, and emits its own.
 */
function* foldersOf(
  checked: CheckedFleet,
  { only = [], shard, memory, anyOrder = false }: Extent,
): Generator<OutputObjects | KeptFolder> {
  const isShared = shard?.isFirst ?? only.length === 0;
  const asked = isShared ? [] : (shard?.clusters ?? only);
  if (!isShared && asked.length === 0) return;
  const isEmitted = (cluster: string): boolean => shard?.has(cluster) ?? true;
  const { argocd } = checked.fleet;
  const emitted = new EmittedKinds();
  const hub = new HubObjects();
  const clusters = anyOrder ? byPlatform(checked, asked) : byName(checked, asked);
  for (const [done, cluster] of clusters.entries()) {
    const folder = `clusters/${cluster.name}`;
    const before = memory?.builtBefore(cluster);
    const { definitions, built } = before ? { definitions: undefined, built: before } : build(checked, cluster);
    for (const manifest of built.emitted) emitted.add(cluster.name, manifest);
    if (built.hub) hub.add(built.hub);
    if (definitions === undefined) yield { kept: folder };
    else {
      memory?.built(cluster, built);
      if (isEmitted(cluster.name))
        yield { folder, cluster: cluster.name, definitions: argocd ? syncedOf(argocd, definitions) : definitions };
    }
    PROGRESS.show('written', done + 1, clusters.length);
  }
  if (only.length > 0) return;
  if (isShared) yield { folder: 'hub', manifests: hub.manifests() };
  if (argocd === undefined) return;
  if (isShared) yield { folder: 'argocd', manifests: argocdManifests(argocd, emitted) };
  if (isShared) yield { folder: 'rights', manifests: sharedRights(argocd, emitted) };
  for (const { cluster, manifests } of ownRights(argocd, emitted))
    if (isEmitted(cluster)) yield { folder: `rights/${cluster}`, manifests };
}

function syncedOf(argocd: ArgoCd, definitions: readonly Definition[]): readonly Definition[] {
  const isOne = isSynced(argocd);
  return definitions.filter(definition => isOne(definition.manifest()));
}

/** Without Argo CD's own objects nothing depends on what the clusters have. */
function build(
  checked: CheckedFleet,
  cluster: ClusterSummary,
): { readonly definitions: readonly Definition[]; readonly built: BuiltCluster } {
  const model = modelOf(checked, cluster);
  const definitions = definitionsOf(model);
  const emitted =
    checked.fleet.argocd === undefined
      ? []
      : definitions.map(definition => emittedOutline(definition.manifest(), cluster.name));
  return { definitions, built: { emitted, hub: hubShareOf(model) } };
}

/** What a fleet consists of: the checked one, and nothing of how it was reported. */
interface Buildable {
  readonly checked: CheckedFleet;
}

/** The objects of the whole output, or of some clusters, or of one shard. */
export function* buildFolders(
  { checked }: Buildable,
  only: readonly string[] = [],
  shard?: Shard,
): Generator<OutputObjects> {
  for (const folder of foldersOf(checked, { only, shard })) if (!('kept' in folder)) yield folder;
}

/** The same as files. */
export function* buildFiles(fleet: Buildable, only: readonly string[] = [], shard?: Shard): Generator<OutputFile> {
  for (const objects of buildFolders(fleet, only, shard)) yield* filesOf(objects);
}

/** The folders to write, and those to keep. */
export function* buildOutput({ checked }: Buildable, extent: Extent): Generator<NewFolder | KeptFolder> {
  for (const folder of foldersOf(checked, { ...extent, anyOrder: true }))
    yield 'kept' in folder ? folder : newFolder(folder);
}
