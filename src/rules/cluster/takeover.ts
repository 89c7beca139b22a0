/** The takeover of a Config that someone else has written to. */

import { didYouMean } from '../../config/nearest';
import { hasField } from '../../facts/api-fields';
import { TAKEOVER_FIELDS } from '../../facts/operator-writes';
import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import type { FieldPath, TakeoverModel } from '../../model/takeover';
import { type Hit, hitIf, type Rule } from '../rule';

const bareMetal = (more: string): string => `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}${more}`;

const WHY =
  'an apply never removes what it did not write: the operator would see two backends and stop, or use settings that are not in git, while Argo CD reports Synced';

const SOURCE =
  'https://kubernetes.io/docs/reference/using-api/server-side-apply/; operator pkg/operator/bootstrap.go, pkg/operator/controller.go';

const otherBackend = (more: string): string => `
    platform: aws
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}${more}`;

const job: Rule = {
  code: 'TAKEOVER_JOB',
  severity: 'warning',
  title: 'a Job takes over the registry before Argo CD applies it',
  why: `${WHY}. The Job runs in each full sync, and the sync waits for it: if its image cannot be pulled, nothing after it is applied`,
  fix: 'once the cluster is synced and registry-gitops verify shows one backend, set takeOver: {by: none}; or set takeOver: {by: hand} before the sync, and run the commands that verify prints',
  source: SOURCE,
  bad: otherBackend(''),
  good: otherBackend('\n    takeOver: {by: none}'),
  check: ({ model }) => hitsBy('job', model),
};

const byHand: Rule = {
  code: 'TAKEOVER_HAND',
  severity: 'warning',
  title: 'the registry must be taken over by hand before Argo CD applies it',
  why: WHY,
  fix: 'run the commands that registry-gitops verify prints for the cluster, sync, and set takeOver: {by: none}',
  source: SOURCE,
  bad: otherBackend('\n    takeOver: {by: hand}'),
  good: otherBackend('\n    takeOver: {by: none}'),
  check: ({ model }) => hitsBy('hand', model),
};

/** What the takeover does and why, if it is done in this way. */
function hitsBy(by: 'job' | 'hand', model: RegistryModel): readonly Hit[] {
  const { takeover } = model;
  if (takeover === undefined || takeover.by !== by) return [];
  const doing = { job: `Job registry-takeover in namespace ${takeover.namespace} removes`, hand: 'remove by hand' };
  const what = `${reasonOf(model, takeover)}: ${doing[by]} ${listOf(takeover)}`;
  const path = takeover.cause !== 'asked' && model.storage ? model.storage.path : ['takeOver'];
  return [{ path, what, ...fixOf(model, takeover) }];
}

function reasonOf({ platform, storage }: RegistryModel, { cause, change, remove }: TakeoverModel): string {
  if (cause === 'asked') return 'takeOver asks for it';
  if (cause === 'change') return `the change "${change}" is under way`;
  const { title } = PLATFORMS[platform];
  const own = remove.find(([, backend, leaf]) => backend === storage?.backend && leaf !== undefined);
  return own === undefined
    ? `the operator may already use its default storage on ${title}, but git sets ${storage?.backend}`
    : `the operator may already use a bucket with ${own.at(-1)} on ${title}, but git sets another store`;
}

/** Other backends are removed in any case: one word for all. */
function listOf({ remove, keep }: TakeoverModel): string {
  const isBackend = (path: FieldPath): boolean => path[0] === 'storage' && path.length === 2;
  const list = [
    ...(remove.some(isBackend) ? ['every other backend'] : []),
    ...remove.filter(path => !isBackend(path)).map(path => path.join('.')),
    ...keep.map(({ path }) => `other keys of ${path.join('.')}`),
  ];
  return list.join(', ') || 'nothing';
}

/** How it ends, where there is a better way than takeOver: {by: none}. */
function fixOf(model: RegistryModel, { cause, by, remove }: TakeoverModel): Pick<Hit, 'fix'> {
  if (by !== 'job') return {};
  if (cause === 'change') return { fix: 'once the cluster is synced, remove the entry from acknowledge' };
  if (cause === 'asked') return { fix: 'once the cluster is synced, remove takeOver' };
  const { storage, platform, openshift } = model;
  if (remove.some(path => path.join('.') === 'storage.s3.encrypt')) {
    return { fix: `if the store encrypts, set ${storage?.path.join('.')}.encrypt: true; otherwise ${job.fix}` };
  }
  const choices = bootstrapBackends(platform, openshift);
  const ambiguous = choices.length > 1 && choices.some(choice => choice === storage?.backend);
  return ambiguous
    ? {
        fix: `if the installer chose the same backend, set bootstrapStorage: ${storage?.backend}; otherwise ${job.fix}`,
      }
    : {};
}

const fieldFix = (known: readonly string[]): string =>
  `use one or more of ${known.join(', ')}; to take over a single value such as logLevel, set it`;

const fields: Rule = {
  code: 'TAKEOVER_FIELD',
  severity: 'error',
  title: 'takeOver names a field that cannot be taken over',
  why: 'the operator or the API server would restore it, or there is no such field',
  fix: fieldFix(TAKEOVER_FIELDS),
  source: 'openshift/api imageregistry/v1 ImageRegistrySpec; operator pkg/operator/controller.go',
  bad: bareMetal('\n    takeOver: {fields: [nodeSelectors]}'),
  good: bareMetal('\n    takeOver: {fields: [nodeSelector]}'),
  check: ({ config, model: { openshift } }) =>
    (config.takeOver?.fields ?? []).flatMap((name, index) =>
      hitIf(!TAKEOVER_FIELDS.includes(name), () => ({
        path: ['takeOver', 'fields', index],
        what: `"${name}" cannot be taken over${didYouMean(name, TAKEOVER_FIELDS)}`,
        fix: fieldFix(TAKEOVER_FIELDS.filter(field => hasField('Config', ['spec', field], openshift))),
      })),
    ),
};

const idle: Rule = {
  code: 'TAKEOVER_IDLE',
  severity: 'warning',
  title: 'takeOver has no effect',
  why: 'no Job is emitted, and the live fields stay as they are',
  fix: 'remove takeOver; to take over storage, set storage; with managementState Removed or Unmanaged, set takeOver when the registry is Managed again',
  source: 'src/model/takeover.ts',
  bad: `
    platform: aws
    takeOver: {fields: [storage]}`,
  good: `
    platform: aws
    storage: {s3: {bucket: registry, region: eu-west-1}}
    takeOver: {fields: [storage]}`,
  check: ({ config, model }) => {
    const asked = config.takeOver?.fields ?? [];
    const path = ['takeOver', 'fields'];
    if (asked.length > 0 && model.registry?.managementState !== 'Managed') {
      const state = model.registry?.managementState ?? 'not managed here';
      return [{ path, what: `takeOver of ${asked.join(', ')} has no effect: the registry is ${state}` }];
    }
    return hitIf(asked.includes('storage') && (model.storage?.operatorMade ?? model.storage === undefined), () => ({
      path,
      what: 'takeOver of storage has no effect: storage is not set',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const TAKEOVER_RULES: readonly Rule[] = [job, byHand, fields, idle];
