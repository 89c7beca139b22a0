/** Claims and emptyDir storage. */

import { atLeast } from '../../../facts/versions';
import { isOneWriter } from '../../../model/registry';
import { hitIf, type Rule, type RuleInput } from '../../rule';

const VALID = `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}`;

const claimPath = ({ model }: RuleInput, ...rest: string[]): readonly string[] => [
  ...(model.storage?.path ?? []).map(String),
  ...rest,
];

const rwoReplicas: Rule = {
  code: 'PVC_RWO_REPLICAS',
  severity: 'error',
  acceptable: false,
  title: 'more than one replica on a ReadWriteOnce volume',
  why: 'the operator refuses this when it first uses the claim, but not when it is changed later: pods then hang, or overwrite each other',
  fix: 'set registry.replicas to 1, or use a ReadWriteMany storage class',
  source: 'operator pkg/storage/pvc/pvc.go checkPVC',
  bad: `${VALID}
    registry: {replicas: 2}`,
  good: VALID,
  check: ({ model }) =>
    hitIf(isOneWriter(model.storage) && (model.registry?.replicas ?? 1) > 1, () => ({
      path: ['registry', 'replicas'],
      what: `replicas is ${model.registry?.replicas}, but claim "${model.storage?.claim?.name}" is ReadWriteOnce`,
    })),
};

const rwoStrategy: Rule = {
  code: 'PVC_RWO_STRATEGY',
  severity: 'error',
  acceptable: false,
  title: 'RollingUpdate on a ReadWriteOnce volume',
  why: 'the new pod waits for the volume that the old pod holds: the rollout never ends',
  fix: 'set registry.rolloutStrategy to Recreate, or remove it',
  source: 'operator pkg/storage/pvc/pvc.go checkPVC',
  bad: `${VALID}
    registry: {rolloutStrategy: RollingUpdate}`,
  good: VALID,
  check: ({ model }) =>
    hitIf(isOneWriter(model.storage) && model.registry?.rolloutStrategy === 'RollingUpdate', () => ({
      path: ['registry', 'rolloutStrategy'],
      what: `rolloutStrategy cannot be RollingUpdate: claim "${model.storage?.claim?.name}" is ReadWriteOnce`,
    })),
};

const accessMode: Rule = {
  code: 'PVC_ACCESS_MODE',
  severity: 'error',
  acceptable: false,
  title: 'the claim is neither ReadWriteMany nor ReadWriteOnce',
  why: 'the operator refuses any other access mode',
  fix: 'set accessModes to [ReadWriteMany], or to [ReadWriteOnce] with one replica',
  source: 'operator pkg/storage/pvc/pvc.go checkPVC',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadOnlyMany], storageClassName: nfs}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}`,
  check: input => {
    const modes = input.model.storage?.claim?.accessModes;
    if (modes === undefined || modes.includes('ReadWriteMany') || modes.includes('ReadWriteOnce')) return [];
    const said = modes.length === 0 ? 'empty' : modes.join(', ');
    return [
      {
        path: claimPath(input, 'accessModes'),
        what: `accessModes must be ReadWriteMany or ReadWriteOnce, not ${said}`,
      },
    ];
  },
};

const rwoVersion: Rule = {
  code: 'PVC_RWO_VERSION',
  severity: 'error',
  title: 'OpenShift 4.3 does not support a ReadWriteOnce claim',
  why: 'the operator of 4.3 accepts only ReadWriteMany: it refuses the claim and runs no registry',
  fix: 'use a ReadWriteMany class, or upgrade the cluster to 4.4 first',
  source: 'operator pkg/storage/pvc/pvc.go CreateStorage, release-4.3',
  bad: `
    platform: vsphere
    openshift: "4.3"
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: thin}}`,
  good: `
    platform: vsphere
    openshift: "4.3"
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: input => {
    const { openshift, storage } = input.model;
    const once = isOneWriter(storage) && storage?.claim?.accessModes.includes('ReadWriteOnce') === true;
    return hitIf(once && !atLeast(openshift, '4.4'), () => ({
      path: claimPath(input, 'accessModes'),
      what: `OpenShift ${openshift} does not support a ReadWriteOnce claim`,
    }));
  },
};

const emptyDirProduction: Rule = {
  code: 'EMPTYDIR_PRODUCTION',
  severity: 'error',
  acceptable: false,
  title: 'emptyDir on a production cluster',
  why: 'every image is lost when the pod restarts',
  fix: 'use persistent storage, or set environment: non-production',
  source: 'OpenShift documentation, registry storage',
  bad: `
    platform: none
    storage: {emptyDir: {}}`,
  good: `
    platform: none
    environment: non-production
    storage: {emptyDir: {}}`,
  check: ({ model }) =>
    hitIf(model.storage?.backend === 'emptyDir' && model.environment === 'production', () => ({
      path: ['storage', 'emptyDir'],
      what: 'emptyDir must not be used on a production cluster: it loses every image',
    })),
};

const emptyDirReplicas: Rule = {
  code: 'EMPTYDIR_REPLICAS',
  severity: 'error',
  acceptable: false,
  title: 'more than one replica with emptyDir',
  why: 'each pod has its own images, so pulls fail at random; the operator does not check this',
  fix: 'set registry.replicas to 1, or remove it',
  source: 'operator pkg/storage/emptydir/emptydir.go',
  bad: `
    platform: none
    environment: non-production
    storage: {emptyDir: {}}
    registry: {replicas: 2}`,
  good: `
    platform: none
    environment: non-production
    storage: {emptyDir: {}}
    registry: {replicas: 1}`,
  check: ({ model }) =>
    hitIf(model.storage?.backend === 'emptyDir' && (model.registry?.replicas ?? 1) > 1, () => ({
      path: ['registry', 'replicas'],
      what: `replicas is ${model.registry?.replicas}, but with emptyDir every pod has its own images`,
    })),
};

const emptyDirLoses: Rule = {
  code: 'EMPTYDIR_LOSES_IMAGES',
  severity: 'warning',
  title: 'emptyDir loses all images',
  why: 'each restart and each rollout of the registry pod deletes all images',
  fix: 'use persistent storage, or accept this with a reason',
  source: 'OpenShift documentation, registry storage for non-production clusters',
  bad: `
    platform: none
    environment: non-production
    storage: {emptyDir: {}}`,
  good: `
    platform: none
    environment: non-production
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: ({ model }) =>
    hitIf(model.storage?.backend === 'emptyDir' && model.environment === 'non-production', () => ({
      path: ['storage', 'emptyDir'],
      what: 'emptyDir loses all images whenever the registry pod restarts',
    })),
};

/** In the order they are listed in the documentation. */
export const CLAIM_RULES: readonly Rule[] = [
  rwoReplicas,
  rwoStrategy,
  accessMode,
  rwoVersion,
  emptyDirProduction,
  emptyDirReplicas,
  emptyDirLoses,
];
