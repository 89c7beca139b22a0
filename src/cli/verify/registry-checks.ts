/** Checks of the operator, its pods and the pruner. */

import { REGISTRY_NAMESPACE } from '../../facts/names';
import { bootstrapBackends } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import { type Check, present } from './check';

const CONFIG = 'oc get configs.imageregistry.operator.openshift.io/cluster';
const PODS = `oc get pods -n ${REGISTRY_NAMESPACE}`;
const REGISTRY_PODS = `${PODS} -l docker-registry=default`;

/** The registry before the first sync: is there anything to keep? */
export function checksBefore({ registry, storage, platform, openshift }: RegistryModel): readonly Check[] {
  if (registry === undefined) return [];
  const startsRemoved = bootstrapBackends(platform, openshift).length === 0;
  return present(
    {
      where: 'before',
      good: 'the registry as it is now; keep the output to compare with',
      commands: [`${CONFIG} -o yaml`],
    },
    storage !== undefined &&
      startsRemoved && {
        where: 'before',
        good: 'No resources found. A pod means that storage is already set: compare spec.storage before you go on',
        commands: [REGISTRY_PODS],
      },
  );
}

/** What the operator reports in each state. */
const OPERATOR_SAYS = {
  Managed: 'AVAILABLE True, PROGRESSING False, DEGRADED False',
  Unmanaged: 'AVAILABLE True with the reason Unmanaged: the operator does nothing',
  Removed: 'AVAILABLE True with the reason Removed, even if deleting the storage failed',
} as const;

/** Operator, pods and logs. */
export function registryChecks({ registry }: RegistryModel): readonly Check[] {
  const state = registry?.managementState;
  return present(
    state && { where: 'workstation', good: OPERATOR_SAYS[state], commands: ['oc get clusteroperator image-registry'] },
    state && {
      where: 'workstation',
      good: 'no error under Progressing: a bad change to a running registry shows only there',
      commands: [
        `oc get clusteroperator image-registry -o jsonpath='{range .status.conditions[*]}{.type}={.status} {.reason}: {.message}{"\\n"}{end}'`,
      ],
    },
    {
      where: 'workstation',
      good:
        state === 'Removed'
          ? 'no image-registry pod'
          : `${state ? 'the operator, ' : ''}image-registry-* and one node-ca-* for each node, all Running`,
      commands: [PODS, REGISTRY_PODS],
    },
    state !== 'Removed' && {
      where: 'workstation',
      good: 'listening on :5000',
      commands: [`oc logs deployments/image-registry -n ${REGISTRY_NAMESPACE}`],
    },
    registry?.topologySpreadConstraints && {
      where: 'workstation',
      good: 'only the constraints of fleet.yaml',
      commands: [
        `oc get deployment image-registry -n ${REGISTRY_NAMESPACE} -o jsonpath='{.spec.template.spec.topologySpreadConstraints}'`,
      ],
    },
  );
}

/** The pruner and its last Job. */
export function prunerChecks({ pruner }: RegistryModel): readonly Check[] {
  if (pruner === undefined) return [];
  const scheduled = pruner.suspend ? 'Scheduled False with the reason Suspended' : 'Scheduled True';
  return [
    {
      where: 'workstation',
      good: `Available True, ${scheduled}, Failed False; observedGeneration is metadata.generation`,
      commands: ['oc get imagepruners.imageregistry.operator.openshift.io/cluster -o yaml'],
    },
    {
      where: 'workstation',
      good: pruner.suspend ? 'SUSPEND True' : 'SUSPEND False, and the schedule of fleet.yaml',
      commands: [`oc get cronjob image-pruner -n ${REGISTRY_NAMESPACE}`],
    },
  ];
}

/** Where the registry keeps images, by its status. */
export const SHOW_CONFIG = `${CONFIG} -o yaml`;
