/** A review for programs: every change of every cluster. */

import type { Review } from '../change';
import { RISK_CLASSES } from '../classes';
import { counts, fold } from '../fold';

/** One object: what was compared, how many changes there are of each class, and all of them. */
export function formatJson(review: Review): string {
  const { base, head, clusters, changes } = review;
  const groups = fold(changes);
  return JSON.stringify(
    {
      ...{ base, head, clusters },
      worst: groups[0]?.change.risk ?? null,
      counts: Object.fromEntries(counts(groups)),
      classes: RISK_CLASSES.map(({ name }) => name),
      changes: groups.map(({ change: { cluster: _, path, ...change }, clusters: names }) => ({
        ...change,
        path: path.length === 0 ? [] : path,
        clusters: names,
      })),
    },
    null,
    2,
  );
}
