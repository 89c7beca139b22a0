/** Whether the registry runs, how often, and what becomes of its storage when it does not. */

import { BACKENDS } from '../../facts/backends';
import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import { atLeast } from '../../facts/versions';
import type { RegistryModel } from '../../model/model';
import { hitIf, type Rule, type RuleInput } from '../rule';

const negative: Rule = {
  code: 'REPLICAS_NEGATIVE',
  severity: 'error',
  title: 'the number of replicas is negative',
  why: 'the operator stops with VerificationFailed and applies nothing else of the configuration',
  fix: 'write 1 or more, or leave replicas out',
  source: 'operator pkg/resource/complete.go verifyResource',
  bad: `
    platform: aws
    registry: {replicas: -1}`,
  good: `
    platform: aws
    registry: {replicas: 3}`,
  check: ({ config }) =>
    hitIf((config.registry?.replicas ?? 1) < 0, () => ({
      path: ['registry', 'replicas'],
      what: `replicas is ${config.registry?.replicas}`,
    })),
};

const zero: Rule = {
  code: 'REPLICAS_ZERO',
  severity: 'error',
  title: 'a registry that is to run has no replicas',
  why: 'with RollingUpdate the operator computes a rollout that the API server refuses; with Recreate there is no pod, and the cluster operator stays Degraded',
  fix: 'write 1 or more; to take the registry away, set registry.managementState to Removed',
  source: 'operator pkg/resource/deployment.go expected',
  bad: `
    platform: aws
    registry: {replicas: 0}`,
  good: `
    platform: vsphere
    registry: {managementState: Removed, replicas: 0}`,
  check: ({ config, model }) =>
    hitIf(config.registry?.replicas === 0 && model.registry?.managementState === 'Managed', () => ({
      path: ['registry', 'replicas'],
      what: `replicas is 0, managementState is Managed, and rolloutStrategy is ${rollout(model)}`,
      ...(rollout(model) === 'Recreate' ? { severity: 'warning' } : {}),
    })),
};

/** Where nothing is said, a Deployment rolls. */
const rollout = ({ registry }: RegistryModel): string => registry?.rolloutStrategy ?? 'RollingUpdate';

const singleWorker: Rule = {
  code: 'REPLICAS_SINGLE_WORKER',
  severity: 'warning',
  title: 'more replicas than nodes to run them',
  why: 'with exactly two replicas the operator puts every pod on a host of its own: the second waits for ever and the cluster operator is Degraded; on one node more pods add nothing',
  fix: 'set registry.replicas to 1',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    topology: single-node
    registry: {replicas: 2}`,
  good: `
    platform: aws
    topology: single-node`,
  check: ({ config, model }) => {
    const replicas = model.registry?.replicas ?? 0;
    const single = model.topology === 'single-node' || config.workers === 1;
    const path = ['registry', 'replicas'];
    return hitIf(single && replicas > 1, () => ({ path, what: `replicas is ${replicas}, and one node can run them` }));
  },
};

const unmanaged: Rule = {
  code: 'REGISTRY_UNMANAGED',
  severity: 'warning',
  title: 'the operator leaves the registry as it is',
  why: 'nothing else that is said here takes effect, and upgrades do not touch the registry',
  fix: 'set registry.managementState to Managed, or leave it out',
  source: 'operator pkg/operator/controller.go sync',
  bad: `
    platform: aws
    registry: {managementState: Unmanaged}`,
  good: `
    platform: aws`,
  check: ({ model }) =>
    hitIf(model.registry?.managementState === 'Unmanaged', () => ({
      path: ['registry', 'managementState'],
      what: 'managementState is Unmanaged',
    })),
};

const removed: Rule = {
  code: 'REGISTRY_REMOVED',
  severity: 'info',
  title: 'the registry is taken away',
  why: 'image streams lose their address in the cluster, builds cannot push, and the pruner leaves blobs alone; the cluster operator says Available all the same',
  fix: 'nothing, if that is meant; else leave registry.managementState out',
  source: 'operator pkg/resource/generator.go Remove',
  bad: `
    platform: vsphere
    registry: {managementState: Removed}`,
  good: `
    platform: aws`,
  check: ({ model }) =>
    hitIf(model.registry?.managementState === 'Removed', () => ({
      path: ['registry', 'managementState'],
      what: 'managementState is Removed',
    })),
};

const removedDeletes: Rule = {
  code: 'REMOVED_DELETES_STORAGE',
  severity: 'error',
  acceptable: 'inPrograms',
  title: 'Removed deletes the images too',
  why: 'the operator empties and deletes storage it manages: a bucket or container, on Azure the whole account; whether that worked is only in its log',
  fix: 'first name the storage as status.storage of the running registry shows it (it becomes Unmanaged) and sync that; then set Removed',
  source: 'operator pkg/resource/generator.go Remove; release-4.5 pkg/storage, status.storageManaged',
  bad: `
    platform: aws
    registry: {managementState: Removed}`,
  good: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}
    registry: {managementState: Removed}`,
  check: input => {
    if (input.model.registry?.managementState !== 'Removed') return [];
    const danger = dangerOf(input);
    return danger === undefined ? [] : [{ path: ['registry', 'managementState'], acknowledge: DELETES, ...danger }];
  },
};

const DELETES = 'is Removed, and the operator deletes its images';

function dangerOf(input: RuleInput): { readonly what: string; readonly fix?: string } | undefined {
  const { config, model } = input;
  if (config.storage?.managementState === 'Managed') {
    return { what: 'managementState is Removed, and storage.managementState is Managed' };
  }
  if (model.storage === undefined) {
    if (!operatorOwnsDefault(input)) return undefined;
    return { what: `managementState is Removed, and the storage is the operator's own` };
  }
  if (atLeast(model.openshift, '4.6') || !BACKENDS[model.storage.backend].staysManaged) return undefined;
  return {
    what: `managementState is Removed, and OpenShift ${model.openshift} cannot be told to keep the storage`,
    fix: 'keep the registry, or upgrade to 4.6 first, where named storage is Unmanaged',
  };
}

/** Claims that the operator makes at installation become Unmanaged by themselves; buckets and containers do not. */
function operatorOwnsDefault({ config, model }: RuleInput): boolean {
  const backends = bootstrapBackends(model.platform, model.openshift);
  const said = backends.length > 1 && config.bootstrapStorage ? [config.bootstrapStorage] : backends;
  return said.some(backend => backend !== 'pvc' || !atLeast(model.openshift, '4.6'));
}

const defaultManaged: Rule = {
  code: 'DEFAULT_STORAGE_IS_MANAGED',
  severity: 'info',
  title: 'the operator owns the storage it chose',
  why: 'deleting the Config, or setting it to Removed, deletes the bucket or container with every image',
  fix: 'nothing, if that is known; else name the storage as status.storage of the running registry shows it, and it becomes Unmanaged',
  source: 'operator pkg/storage, RemoveStorage of each driver',
  bad: `
    platform: gcp`,
  good: `
    platform: gcp
    storage: {gcs: {bucket: acme-registry, region: europe-west1}}`,
  check: input =>
    hitIf(
      (input.model.storage?.operatorMade ?? input.config.storage === undefined) &&
        input.model.registry !== undefined &&
        input.model.registry.managementState !== 'Removed' &&
        operatorOwnsDefault(input),
      () => ({
        path: ['platform'],
        what: `${PLATFORMS[input.model.platform].title} keeps the storage the operator made`,
      }),
    ),
};

const readOnlyPruner: Rule = {
  code: 'READ_ONLY_PRUNER',
  severity: 'warning',
  title: 'the registry is read-only while the pruner runs',
  why: 'the pruner deletes image objects but cannot delete their blobs, so its jobs fail or storage is never freed',
  fix: 'set pruner.suspend to true for as long as registry.readOnly is',
  source: 'openshift/oc pkg/cli/admin/prune/images',
  bad: `
    platform: aws
    registry: {readOnly: true}`,
  good: `
    platform: aws
    registry: {readOnly: true}
    pruner: {suspend: true}`,
  check: ({ model }) =>
    hitIf(
      model.registry?.readOnly === true && model.pruner?.suspend !== true && atLeast(model.openshift, '4.4'),
      () => ({ path: ['registry', 'readOnly'], what: 'readOnly is true, and the pruner is not suspended' }),
    ),
};

/** In the order they are listed in the documentation. */
export const REGISTRY_STATE_RULES: readonly Rule[] = [
  negative,
  zero,
  singleWorker,
  unmanaged,
  removed,
  removedDeletes,
  defaultManaged,
  readOnlyPruner,
];
