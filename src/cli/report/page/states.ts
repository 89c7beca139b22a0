/** What to do about a cluster, from its findings. */

import type { ReportedCluster } from '../fleet-report';

/** Worst first. */
export const STATES = ['errors', 'warnings', 'clean', 'accepted'] as const;

/** The states of a cluster: it can have errors, warnings and acceptances at once. */
export const statesOf = ({ errors, warnings, accepted }: ReportedCluster): readonly (typeof STATES)[number][] => {
  const holds = {
    errors: errors > 0,
    warnings: warnings > 0,
    clean: errors + warnings === 0,
    accepted: accepted > 0,
  };
  return STATES.filter(state => holds[state]);
};
