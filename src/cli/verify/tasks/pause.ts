/** Nothing is pushed and nothing is pruned: the state in which images can be copied, pruned by hand or restored. */

import { OC } from '../../../facts/names';
import { atLeast } from '../../../facts/versions';
import type { RegistryModel } from '../../../model/model';
import { CONFIG, PRUNER, WAIT_FOR_PODS } from './commands';
import { type Step, stepsOf } from './task';

/** First version with an ImagePruner. */
const PRUNER_SINCE = '4.4';

/** The environment variable that the operator sets on a read-only registry. */
const SHOW_READ_ONLY = `${OC} get deployment image-registry -o jsonpath='{.spec.template.spec.containers[0].env[?(@.name=="REGISTRY_STORAGE_MAINTENANCE_READONLY")].value}{"\\n"}'`;

/** Suspends the pruner, then stops pushes. */
export const pause = (model: RegistryModel): readonly Step[] =>
  stepsOf(
    suspendPruner(model, true),
    setReadOnly(model, true),
    {
      say: 'Wait for the pods.',
      run: [WAIT_FOR_PODS, SHOW_READ_ONLY],
      good: 'successfully rolled out, then {enabled: true}. Pulls keep working; pushes, and builds that push, fail from now on',
    },
    {
      say: 'Wait for a running prune.',
      run: [`${OC} get jobs --sort-by=.metadata.creationTimestamp`],
      good: 'no image-pruner Job without a completion',
    },
  );

/** Allows pushes again, then resumes the pruner. */
export const resume = (model: RegistryModel): readonly Step[] =>
  stepsOf(
    setReadOnly(model, false),
    {
      say: 'Wait for the pods.',
      run: [WAIT_FOR_PODS, SHOW_READ_ONLY],
      good: 'successfully rolled out, then an empty line. Pushes work again',
    },
    suspendPruner(model, false),
  );

/** If git does not own the Config, a patch stays; otherwise Argo CD would revert it. */
function setReadOnly({ registry }: RegistryModel, readOnly: boolean): Step {
  const say = readOnly ? 'Make the registry read-only.' : 'Make the registry writable.';
  if (registry === undefined) {
    return {
      say: `${say} Git does not own the Config of this cluster: agree on it with its owner.`,
      run: [`oc patch ${CONFIG} --type=merge -p '{"spec":{"readOnly":${readOnly}}}'`],
    };
  }
  return readOnly
    ? { say, commit: ['registry: {readOnly: true}'] }
    : { say: `${say} Remove readOnly from the entry.`, commit: ['registry: {readOnly: false}'] };
}

function suspendPruner({ pruner, openshift }: RegistryModel, suspend: boolean): Step | undefined {
  if (!atLeast(openshift, PRUNER_SINCE)) return undefined;
  const verb = suspend ? 'Suspend' : 'Start';
  if (pruner === undefined) {
    return {
      say: `${verb} the pruner. Git does not own it on this cluster.`,
      run: [`oc patch ${PRUNER} --type=merge -p '{"spec":{"suspend":${suspend}}}'`],
    };
  }
  if (pruner.suspend && !suspend) {
    return {
      say: 'The pruner of this cluster is suspended in the fleet. Remove suspend from its entry if that was for this task.',
    };
  }
  return { say: `${verb} the pruner.`, commit: [`pruner: {suspend: ${suspend}}`] };
}
