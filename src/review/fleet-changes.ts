/** Clusters that are added, removed or renamed: one change each, not one for each of their objects. */

import { isPlainMap } from '../config/plain-map';
import type { Change, ReviewObject } from './change';
import type { Risk } from './classes';
import { wholeChange } from './classify';
import { stable } from './compare/diff';
import { normalize } from './compare/normalize';
import { valueAt } from './compare/paths';
import type { ComparedCluster } from './compare/sides';
import { shownValue } from './hide';
import { SYNC_OPTIONS } from './rules/rule';
import { isLeft, worst } from './rules/table';

/** The changes of the fleet itself, and the remaining clusters to compare. */
export interface FleetChanges {
  readonly changes: readonly Change[];
  readonly rest: readonly ComparedCluster[];
}

/** Takes out clusters that only one side has. */
export function fleetChanges(clusters: readonly ComparedCluster[]): FleetChanges {
  const isGone = ({ inAfter, pair }: ComparedCluster): boolean => !inAfter && pair.partial === undefined;
  const isNew = ({ inBefore, pair }: ComparedCluster): boolean => !inBefore && pair.partial === undefined;
  const gone = clusters.filter(isGone);
  const come = new Map(clusters.filter(isNew).map(cluster => [fingerprint(cluster.after), cluster]));
  const renamed = gone.flatMap(cluster => {
    const heir = come.get(fingerprint(cluster.before));
    if (heir) come.delete(fingerprint(heir.after));
    return heir === undefined ? [] : [[cluster, heir] as const];
  });
  const left = new Set<ComparedCluster>(renamed.flat());
  const changes = [
    ...renamed.map(([cluster, heir]) => renamedChange(cluster, heir)),
    ...gone.filter(cluster => !left.has(cluster)).map(goneChange),
    ...clusters.filter(cluster => isNew(cluster) && !left.has(cluster)).map(newChange),
  ];
  return { changes, rest: clusters.filter(cluster => !isGone(cluster) && !isNew(cluster)) };
}

/** The cluster's objects without its name. */
function fingerprint(objects: ReadonlyMap<string, ReviewObject>): string {
  const nameless = [...objects].map(([key, { kind, value }]) => [key, withoutLabel(normalize(kind, value, false))]);
  return stable(Object.fromEntries(nameless));
}

function withoutLabel(value: Readonly<Record<string, unknown>>): unknown {
  const labels = valueAt(value, 'metadata', 'labels');
  if (!isPlainMap(value.metadata) || !isPlainMap(labels)) return value;
  const { 'registry-gitops/cluster': _, ...rest } = labels;
  return { ...value, metadata: { ...value.metadata, labels: rest } };
}

/** Where a cluster's images are, in words. */
function storageOf(objects: ReadonlyMap<string, ReviewObject>): unknown {
  const config = configOf(objects);
  return config === undefined
    ? undefined
    : shownValue('Config', ['spec', 'storage'], valueAt(config.value, 'spec', 'storage'));
}

const configOf = (objects: ReadonlyMap<string, ReviewObject>): ReviewObject | undefined =>
  [...objects.values()].find(({ kind }) => kind === 'Config');

/** The worst loss among the objects of a removed cluster; an object that stays on it is only no longer synced. */
function goneChange({ name, pair, before }: ComparedCluster): Change {
  const lost = worst([...before.values()].map(object => wholeChange('removed', object, pair)));
  const risk: Risk = lost?.risk ?? 'exposure';
  const left = lost === undefined || isLeft(lost);
  return {
    ...about(name),
    ...{ action: 'removed', before: storageOf(before), after: undefined, risk, code: 'cluster-gone' },
    why: left
      ? 'its folder is removed: nothing is deleted from the cluster, but it is no longer synced'
      : `its folder is removed, and a sync can delete some of its objects; the worst: ${lost.why}`,
    source: SYNC_OPTIONS,
  };
}

const newChange = ({ name, after }: ComparedCluster): Change => ({
  ...about(name),
  ...{ action: 'added', before: undefined, after: storageOf(after), risk: 'rollout', code: 'cluster-new' },
  why: registryOf(after)
    ? 'git takes over the registry of this cluster: images stay behind if the registry has them elsewhere; review a dump of the cluster against this to find out'
    : 'git takes over objects of this cluster, but not its registry',
  source: 'openshift/cluster-image-registry-operator:pkg/resource/generator.go storageReconfigured',
});

const registryOf = (objects: ReadonlyMap<string, ReviewObject>): boolean => configOf(objects) !== undefined;

const renamedChange = (old: ComparedCluster, { name }: ComparedCluster): Change => ({
  ...about(old.name),
  ...{ action: 'changed', before: old.name, after: name, risk: 'stuck', code: 'cluster-renamed' },
  why: 'the same objects under a new name: Argo CD must know the cluster by this name, or it is no longer synced',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/',
});

const about = (name: string | undefined): Pick<Change, 'cluster' | 'kind' | 'namespace' | 'name' | 'path'> => ({
  ...{ cluster: name, kind: 'Cluster', namespace: undefined, name: name ?? '', path: [] },
});
