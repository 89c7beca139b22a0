/** Whether the registry runs, with how many pods, and what happens to its storage when it does not. */

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
  fix: 'write 1 or more, or remove replicas',
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
      what: `replicas is ${config.registry?.replicas}, but must not be negative`,
    })),
};

const zero: Rule = {
  code: 'REPLICAS_ZERO',
  severity: 'error',
  title: 'a Managed registry has no replicas',
  why: 'with RollingUpdate the API server refuses the Deployment; with Recreate no pod runs, and the cluster operator stays Degraded',
  fix: 'write 1 or more; to remove the registry, set registry.managementState to Removed',
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
      what: `replicas is 0, but managementState is Managed with rolloutStrategy ${rollout(model)}`,
      ...(rollout(model) === 'Recreate' ? { severity: 'warning' } : {}),
    })),
};

/** RollingUpdate is the default of a Deployment. */
const rollout = ({ registry }: RegistryModel): string => registry?.rolloutStrategy ?? 'RollingUpdate';

const singleWorker: Rule = {
  code: 'REPLICAS_SINGLE_WORKER',
  severity: 'warning',
  title: 'there are more replicas than nodes',
  why: 'with exactly two replicas the operator puts each pod on its own host: the second pod stays Pending and the cluster operator Degraded; on one node more pods add nothing',
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
    return hitIf(single && replicas > 1, () => ({
      path,
      what: `replicas is ${replicas}, but only one node can run them`,
    }));
  },
};

const unmanaged: Rule = {
  code: 'REGISTRY_UNMANAGED',
  severity: 'warning',
  title: 'the operator ignores an Unmanaged registry',
  why: 'no setting of the registry takes effect, and upgrades do not touch it',
  fix: 'set registry.managementState to Managed, or remove it',
  source: 'operator pkg/operator/controller.go sync',
  bad: `
    platform: aws
    registry: {managementState: Unmanaged}`,
  good: `
    platform: aws`,
  check: ({ model }) =>
    hitIf(model.registry?.managementState === 'Unmanaged', () => ({
      path: ['registry', 'managementState'],
      what: 'managementState is Unmanaged, so the operator ignores this configuration',
    })),
};

const removed: Rule = {
  code: 'REGISTRY_REMOVED',
  severity: 'info',
  title: 'the registry is removed',
  why: 'image streams lose their internal address, builds cannot push, and the pruner does not delete blobs; the cluster operator still reports Available',
  fix: 'nothing to do if that is intended; otherwise remove registry.managementState',
  source: 'operator pkg/resource/generator.go Remove',
  bad: `
    platform: vsphere
    registry: {managementState: Removed}`,
  good: `
    platform: aws`,
  check: ({ model }) =>
    hitIf(model.registry?.managementState === 'Removed', () => ({
      path: ['registry', 'managementState'],
      what: 'the registry would be removed: managementState is Removed',
    })),
};

const removedDeletes: Rule = {
  code: 'REMOVED_DELETES_STORAGE',
  severity: 'error',
  acceptable: 'inPrograms',
  title: 'managementState Removed deletes the images too',
  why: 'the operator empties and deletes storage that it manages: a bucket or container, on Azure the whole account; a failure is only in its log',
  fix: 'first set storage as status.storage of the running registry shows it (it becomes Unmanaged) and sync; then set Removed',
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
    return { what: 'Removed would delete the images: storage.managementState is Managed' };
  }
  if (model.storage === undefined) {
    if (!operatorOwnsDefault(input)) return undefined;
    return { what: 'Removed would delete the images: the operator owns the default storage' };
  }
  if (atLeast(model.openshift, '4.6') || !BACKENDS[model.storage.backend].staysManaged) return undefined;
  return {
    what: `Removed would delete the images: OpenShift ${model.openshift} cannot keep the storage`,
    fix: 'keep the registry, or first upgrade to 4.6, where named storage is Unmanaged',
  };
}

/** Claims that the operator creates at installation become Unmanaged by themselves; buckets and containers do not. */
function operatorOwnsDefault({ config, model }: RuleInput): boolean {
  const backends = bootstrapBackends(model.platform, model.openshift);
  const possible = backends.length > 1 && config.bootstrapStorage ? [config.bootstrapStorage] : backends;
  return possible.some(backend => backend !== 'pvc' || !atLeast(model.openshift, '4.6'));
}

/** Another rule asks which storage the installer chose; without the answer this one has nothing to say. */
const isBootstrapUnknown = ({ config, model }: RuleInput): boolean =>
  config.storage === undefined &&
  config.bootstrapStorage === undefined &&
  bootstrapBackends(model.platform, model.openshift).length > 1;

const defaultManaged: Rule = {
  code: 'DEFAULT_STORAGE_IS_MANAGED',
  severity: 'info',
  title: 'the operator owns its default storage',
  why: 'deleting the Config, or setting it to Removed, deletes the bucket or container with every image',
  fix: 'nothing to do if that is intended; otherwise set storage as status.storage of the running registry shows it, and it becomes Unmanaged',
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
        operatorOwnsDefault(input) &&
        !isBootstrapUnknown(input),
      () => ({
        path: ['platform'],
        what: `the operator owns the default storage on ${PLATFORMS[input.model.platform].title} and deletes it with the Config`,
      }),
    ),
};

const readOnlyPruner: Rule = {
  code: 'READ_ONLY_PRUNER',
  severity: 'warning',
  title: 'the pruner runs while the registry is read-only',
  why: 'the pruner deletes image objects but cannot delete their blobs: its Jobs fail, or storage is never freed',
  fix: 'set pruner.suspend: true for as long as registry.readOnly is true',
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
      () => ({ path: ['registry', 'readOnly'], what: 'readOnly is true, but the pruner is not suspended' }),
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
