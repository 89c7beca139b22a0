/** Folds equal changes of many clusters into one. */

import { isPlainMap } from '../config/plain-map';
import type { Change } from './change';
import { RISKS, type Risk } from './classes';
import { stable } from './compare/diff';

/** A change and its clusters. */
export interface ChangeGroup {
  readonly change: Change;
  /** Sorted; empty for objects that all clusters share. */
  readonly clusters: readonly string[];
}

/** In the order of the changes; within a class, the change of most clusters first. */
export function fold(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  const folded = [...groups.values()].flatMap(([first, ...rest]): ChangeGroup[] => {
    if (first === undefined) return [];
    const clusters = [first, ...rest].flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster]));
    return [{ change: first, clusters: [...new Set(clusters)].sort() }];
  });
  return RISKS.flatMap(risk => folded.filter(({ change }) => change.risk === risk).sort(byClusters));
}

const byClusters = (a: ChangeGroup, b: ChangeGroup): number => b.clusters.length - a.clusters.length;

function keyOf({ cluster, name, kind, recipe: _, before, after, ...rest }: Change): string {
  const values = [before, after].map(value => withoutName(value, cluster));
  return stable([rest, kind, kind === 'Cluster' ? '' : name, cluster === undefined, values]);
}

/** Objects have the name of their cluster as a label: a difference only in that label does not count. */
function withoutName(value: unknown, cluster: string | undefined): unknown {
  if (cluster === undefined || !isPlainMap(value) || !isPlainMap(value.metadata)) return value ?? null;
  const { labels, ...metadata } = value.metadata;
  if (!isPlainMap(labels) || labels['registry-gitops/cluster'] !== cluster) return value;
  return { ...value, metadata: { ...metadata, labels: { ...labels, 'registry-gitops/cluster': '' } } };
}

/** The number of changes of each class, worst first; classes without changes are left out. */
export function counts(groups: readonly ChangeGroup[]): readonly (readonly [risk: Risk, count: number])[] {
  return RISKS.map(risk => [risk, groups.filter(({ change }) => change.risk === risk).length] as const).filter(
    ([, count]) => count > 0,
  );
}
