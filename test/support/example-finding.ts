/** A finding with everything in it, for what writes findings. */

import type { Finding } from '../../src/findings/finding';

export const EXAMPLE_FINDING: Finding = {
  code: 'PVC_RWO_REPLICAS',
  severity: 'error',
  clusters: ['prod'],
  path: ['registry', 'replicas'],
  place: { file: 'clusters/prod.yaml', line: 3, column: 5 },
  what: 'replicas is 2',
  why: 'pods hang',
  fix: 'write 1',
};
