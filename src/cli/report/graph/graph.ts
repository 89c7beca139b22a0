/** One cluster as a graph: what is synced, in which wave, and what needs what. */

import type { Manifest } from '../../../manifests/common/manifest';
import type { RegistryModel } from '../../../model/model';
import { foldObjects, PROVISIONED } from './fold';
import type { Graph, GraphEdge } from './node';
import { outsideOf } from './outside';
import { referencesIn } from './references';

/** The graph of what the model asks for, as it was built. */
export function graphOf(model: RegistryModel, manifests: readonly Manifest[]): Graph {
  const { nodes, boxOf } = foldObjects(manifests);
  const configAt = manifests.findIndex(({ kind }) => kind === 'Config');
  const outside = outsideOf(model, manifests, configAt);
  const references = referencesIn(manifests).map(([from, to]): GraphEdge => [boxOf(from), boxOf(to)]);
  const provisioned = nodes.flatMap(({ title }, index): readonly GraphEdge[] =>
    PROVISIONED.has(title) && configAt >= 0 ? [[index, boxOf(configAt)]] : [],
  );
  const others = outside.flatMap(({ node, beside }, index) =>
    beside.map((object): GraphEdge => {
      const [own, other] = [nodes.length + index, boxOf(object)];
      return node.when === 'after' ? [other, own] : [own, other];
    }),
  );
  return {
    nodes: [...nodes, ...outside.map(({ node }) => node)],
    edges: reduced([...references, ...provisioned, ...others].filter(([from, to]) => from !== to)),
  };
}

/** Each edge once, and none where a longer way says the same. */
function reduced(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const next = new Map<number, Set<number>>();
  for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reaches = (from: number, to: number, seen: Set<number>): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(next.get(from) ?? [])].some(step => reaches(step, to, seen));
  };
  return [...next].flatMap(([from, targets]) =>
    [...targets]
      .filter(to => ![...targets].some(step => step !== to && reaches(step, to, new Set([from]))))
      .map((to): GraphEdge => [from, to]),
  );
}
