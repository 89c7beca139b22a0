/** Commands that several tasks share. */

import { OC } from '../../../facts/names';

/** The operator's Config. */
export const CONFIG = 'configs.imageregistry.operator.openshift.io/cluster';

/** The operator's pruner. */
export const PRUNER = 'imagepruners.imageregistry.operator.openshift.io/cluster';

/** Waits until every registry pod has the newest configuration. */
export const WAIT_FOR_PODS = `${OC} rollout status deployment/image-registry --timeout=15m`;

/** Every condition of the operator on a line of its own. */
export const SHOW_CONDITIONS = `oc get clusteroperator image-registry -o jsonpath='{range .status.conditions[*]}{.type}={.status} {.reason}: {.message}{"\\n"}{end}'`;

/** The conditions if all is well. */
export const CONDITIONS_GOOD =
  'Available=True, Progressing=False, Degraded=False; an error shows as Progressing with the reason Error';
