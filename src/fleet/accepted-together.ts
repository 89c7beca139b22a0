/** `accept` for findings about all clusters together. */

import { generalProblem } from '../findings/general-codes';
import { FLEET_RULES } from '../rules/fleet/fleet';
import type { ClusterSummary, FleetProblem } from '../rules/fleet/fleet-rule';
import { isPlaceholder } from '../values/reason';

/** Codes of such findings that a cluster can accept. */
export const TOGETHER_CODES: ReadonlySet<string> = new Set(
  FLEET_RULES.filter(({ acceptable }) => acceptable !== false).map(({ code }) => code),
);

/**
 * The remaining problems of all clusters together: a cluster accepts them like its own.
 */
export function applyAcceptancesTogether(
  problems: readonly FleetProblem[],
  clusters: readonly ClusterSummary[],
): readonly FleetProblem[] {
  const accepts = (cluster: number | undefined, code: string): boolean =>
    clusters.some(
      ({ index, accept }) =>
        index === cluster && accept.some(entry => entry.code === code && !isPlaceholder(entry.reason ?? '')),
    );
  const remaining = problems.filter(({ cluster, code }) => !(TOGETHER_CODES.has(code) && accepts(cluster, code)));
  const unused = clusters.flatMap(({ index, accept }) =>
    accept.flatMap(({ code }, position) => {
      const occurs = problems.some(problem => problem.code === code && problem.cluster === index);
      if (!TOGETHER_CODES.has(code) || occurs) return [];
      const what = `${code} does not occur on this cluster`;
      return [{ ...generalProblem('ACCEPT_UNUSED', ['accept', position, 'code'], what), cluster: index }];
    }),
  );
  return [...remaining, ...unused];
}
