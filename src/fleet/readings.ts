/**
 * What a configuration can mean whose shape is not valid. A key that is probably misspelt may be intended or not, and a
 * word that is not allowed may mean any allowed one. Only what is wrong in every case is reported.
 */

import { isPlainMap } from '../config/plain-map';
import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape, type ShapeIssue } from '../config/shape-check';
import type { ConfigPath, Problem } from '../findings/finding';

/** The shape of a configuration, and everything that it can mean. */
export interface Readings {
  readonly issues: readonly ShapeIssue[];
  /** The likeliest first; empty if there is no possible reading, or too many. */
  readonly clusters: readonly Cluster[];
}

/** More would take too long. */
const MOST = 64;

/** How many readings beyond the first all clusters of a fleet may have together: each is judged like a cluster. */
export const MOST_TOGETHER = 4_000;

/** Every reading of what was written, of no more than `spare` beyond the first. */
export function readingsOf(written: unknown, spare = MOST): Readings {
  const schema = definition('Cluster');
  const { issues, value } = checkShape(schema, written);
  const slips = issues.some(({ kind, nearest }) => kind === 'unknown-key' && nearest !== undefined);
  const values = slips ? [value, checkShape(schema, written, 'dropped').value] : [value];
  const clusters = values.flatMap(one => (one === undefined ? [] : [one as Cluster]));
  const most = Math.min(MOST, spare + 1);
  const own = issues.filter(({ path }) => path.length === 1);
  const within = [issues, own].find(open => clusters.length * countOf(open) <= most);
  return { issues, clusters: within === undefined ? [] : within.reduce(withChoices, clusters) };
}

const countOf = (issues: readonly ShapeIssue[]): number =>
  issues.reduce((count, { choices = [] }) => count * Math.max(1, choices.length), 1);

/** Every choice for a value that is not allowed. */
const withChoices = (clusters: readonly Cluster[], { path, choices }: ShapeIssue): readonly Cluster[] =>
  choices === undefined
    ? clusters
    : clusters.flatMap(cluster => choices.map(choice => withValue(cluster, path, choice) as Cluster));

/** A copy with the value at the path, if the path exists. */
function withValue(node: unknown, [key, ...rest]: ConfigPath, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    return Array.isArray(node)
      ? node.map((item, index) => (index === key ? withValue(item, rest, value) : item))
      : node;
  }
  return isPlainMap(node) ? { ...node, [key]: withValue(node[key], rest, value) } : node;
}

/** What is wrong in every reading, in the words of the first. */
export function inEveryReading(problems: readonly (readonly Problem[])[]): readonly Problem[] {
  const [first = [], ...others] = problems;
  const rest = others.map(all => new Set(all.map(identityOf)));
  return first.filter(problem => rest.every(set => set.has(identityOf(problem))));
}

const identityOf = ({ code, path, what }: Problem): string => JSON.stringify([code, path, what]);
