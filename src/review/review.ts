/** What a change of manifests does: every difference between two sides, with its class. */

import { acknowledgementOf } from './acknowledged';
import type { Change, Review, ReviewObject } from './change';
import { rankOf } from './classes';
import { changesOf, wholeChange } from './classify';
import { type ComparedCluster, compareSides } from './compare/sides';
import { fleetChanges } from './fleet-changes';
import type { Side } from './sides/side';
import { lacksRights, newStates } from './states';

/** Options of a review. */
export interface ReviewOptions {
  /** Clusters to compare; all if none is named. */
  readonly clusters?: readonly string[];
}

/**
 * Compares two sides.
 *
 * @throws ReviewError if a side cannot be read.
 */
export function review(base: Side, head: Side, { clusters = [] }: ReviewOptions = {}): Review {
  const compared = compareSides(base, head, clusters);
  const { changes, rest } = fleetChanges(compared.changed);
  const found = [...changes, ...rest.flatMap(clusterChanges)].map(change => {
    const acknowledged = acknowledgementOf(change, head.acknowledged);
    return acknowledged === undefined ? change : { ...change, acknowledged };
  });
  return { base: base.label, head: head.label, clusters: compared.clusters, changes: sorted(found) };
}

function clusterChanges({ pair, before, after }: ComparedCluster): readonly Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const kinds = new Set<string>();
  const added: ReviewObject[] = [];
  const found = keys.flatMap((key): readonly Change[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const changes = objectChanges(old, now, pair);
    if (changes.length > 0) kinds.add((now ?? old)?.kind ?? '');
    if (old === undefined && now !== undefined) added.push(now);
    return changes;
  });
  return [...found, ...newStates(pair, kinds), ...lacksRights(added, pair)];
}

function objectChanges(
  before: ReviewObject | undefined,
  after: ReviewObject | undefined,
  pair: ComparedCluster['pair'],
): readonly Change[] {
  if (before !== undefined && after !== undefined) return changesOf(before, after, pair);
  // Git neither removes nor adds what only the cluster has.
  if (after === undefined) {
    if (before === undefined || pair.partial === 'after') return [];
    const gone = wholeChange('removed', before, pair);
    return [pair.partial === 'before' ? { ...gone, ...NOT_IN_DUMP } : gone];
  }
  return pair.partial === 'before' ? [] : [wholeChange('added', after, pair)];
}

/** Git has it, a dump of the cluster does not. */
const NOT_IN_DUMP = {
  code: 'not-in-dump',
  risk: 'exposure',
  why: 'git has it but the dump does not: it was not synced, it was deleted, or the dump leaves its kind out',
} as const;

/** Worst first, then by object and place, then by cluster. */
function sorted(changes: readonly Change[]): readonly Change[] {
  const keys = new Map(changes.map(change => [change, sortKey(change)]));
  return [...changes].sort((a, b) => {
    const byRisk = rankOf(a.risk) - rankOf(b.risk);
    return byRisk !== 0 ? byRisk : (keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1;
  });
}

const sortKey = ({ kind, namespace = '', name, path, cluster = '' }: Change): string =>
  [kind, namespace, name, path.join('.'), cluster].join('\u0000');
