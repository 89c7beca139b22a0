/** The takeover of a Config that somebody else has written to. */

import { suggestion } from '../../config/nearest';
import { TAKEOVER_FIELDS } from '../../facts/operator-writes';
import { PLATFORMS } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import type { TakeoverModel } from '../../model/takeover';
import { hitIf, type Rule } from '../rule';

const bareMetal = (more: string): string => `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}${more}`;

const explained: Rule = {
  code: 'TAKEOVER_JOB',
  severity: 'info',
  title: 'a Job takes the registry over before Argo CD applies it',
  why: 'an apply never removes what it did not write: the operator would see two backends and stop, or use settings that are not in git, while Argo CD reports Synced',
  fix: 'nothing to do; the Job is safe on every sync, may only touch the one Config, and removes nothing but these fields of it',
  source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/; operator pkg/operator/bootstrap.go',
  bad: `
    platform: aws
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`,
  good: bareMetal(''),
  check: ({ model }) =>
    model.takeover === undefined ? [] : [{ path: placeOf(model), what: explain(model, model.takeover) }],
};

const placeOf = ({ takeover, storage }: RegistryModel) =>
  takeover?.cause === 'platform' && storage ? storage.path : ['takeOver'];

function explain({ platform, storage }: RegistryModel, { cause, namespace, remove, keep }: TakeoverModel): string {
  const reason =
    cause === 'platform'
      ? `${PLATFORMS[platform].title} gives the registry storage of its own, and git says ${storage?.backend}`
      : 'takeOver asks for it';
  const gone = remove.map(path => path.join('.')).join(', ');
  const kept = keep.map(({ path }) => `other keys of ${path.join('.')}`).join(', ');
  const list = [gone, kept].filter(text => text !== '').join(', ');
  return `${reason}: Job registry-takeover in namespace ${namespace} applies the Config, and removes ${list || 'nothing'}`;
}

const fields: Rule = {
  code: 'TAKEOVER_FIELD',
  severity: 'error',
  title: 'takeOver names a field that cannot be taken over',
  why: 'the operator or the API server would put it back, or there is no such field',
  fix: `name some of ${TAKEOVER_FIELDS.join(', ')}; single values such as logLevel are taken over by stating them`,
  source: 'openshift/api imageregistry/v1 ImageRegistrySpec; operator pkg/operator/controller.go',
  bad: bareMetal('\n    takeOver: {fields: [nodeSelectors]}'),
  good: bareMetal('\n    takeOver: {fields: [nodeSelector]}'),
  check: ({ config }) =>
    (config.takeOver?.fields ?? []).flatMap((name, index) =>
      hitIf(!TAKEOVER_FIELDS.includes(name), () => ({
        path: ['takeOver', 'fields', index],
        what: `"${name}" cannot be taken over.${suggestion(name, TAKEOVER_FIELDS)}`,
      })),
    ),
};

const idle: Rule = {
  code: 'TAKEOVER_IDLE',
  severity: 'warning',
  title: 'takeOver has nothing to work on',
  why: 'no Job is made, and the live fields stay as they are',
  fix: 'remove takeOver; with storage in it, name the storage; with managementState Removed or Unmanaged, do it when the registry is Managed again',
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
      const state = model.registry?.managementState ?? 'run by others';
      return [{ path, what: `takeOver names ${asked.join(', ')}, and the registry is ${state}` }];
    }
    return hitIf(asked.includes('storage') && model.storage === undefined, () => ({
      path,
      what: 'takeOver names storage, and the cluster names none',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const TAKEOVER_RULES: readonly Rule[] = [explained, fields, idle];
