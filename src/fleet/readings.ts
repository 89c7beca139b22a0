/**
 * What a configuration can mean whose shape is not in order. A key that is probably misspelt may be meant or not, and
 * a word that is none of those allowed may be any of them. Only what is wrong in every case is worth telling.
 */

import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape, type ShapeIssue } from '../config/shape-check';
import type { Problem } from '../findings/finding';

/** The shape of a configuration, and everything that it can mean. */
export interface Readings {
  readonly issues: readonly ShapeIssue[];
  /** The likeliest first; empty where nothing can be made of it, or far too much. */
  readonly clusters: readonly Cluster[];
}

/** More would take longer than they are worth. */
const MOST = 64;

/** Every reading of what was written. */
export function readingsOf(written: unknown): Readings {
  const schema = definition('Cluster');
  const { issues, value } = checkShape(schema, written);
  const slips = issues.some(({ kind, nearest }) => kind === 'unknown-key' && nearest !== undefined);
  const values = slips ? [value, checkShape(schema, written, 'dropped').value] : [value];
  const clusters = values.flatMap(one => (one === undefined ? [] : [one as Cluster]));
  const chosen = issues.reduce(withChoices, clusters);
  return { issues, clusters: chosen.length > MOST ? [] : chosen };
}

/** Every choice for a setting of the cluster itself: on these, unlike on those below, half of the rules depend. */
function withChoices(clusters: readonly Cluster[], { path, choices }: ShapeIssue): readonly Cluster[] {
  const [key] = path;
  if (path.length !== 1 || key === undefined || choices === undefined) return clusters;
  return clusters.flatMap(cluster => choices.map(choice => ({ ...cluster, [key]: choice })));
}

/** What is wrong in every reading, in the words of the first. */
export function inEveryReading(problems: readonly (readonly Problem[])[]): readonly Problem[] {
  const [first = [], ...others] = problems;
  const told = others.map(all => new Set(all.map(identityOf)));
  return first.filter(problem => told.every(set => set.has(identityOf(problem))));
}

const identityOf = ({ code, path, what }: Problem): string => JSON.stringify([code, path, what]);
