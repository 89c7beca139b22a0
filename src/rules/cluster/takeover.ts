/** The takeover of a Config that somebody else has written to, and the image of our Jobs. */

import { suggestion } from '../../config/nearest';
import { isPinned } from '../../facts/cli-image';
import { TAKEOVER_FIELDS } from '../../facts/operator-writes';
import { PLATFORMS } from '../../facts/platforms';
import type { TakeoverModel } from '../../model/jobs-model';
import type { RegistryModel } from '../../model/model';
import { showUrl } from '../../values/url';
import { hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';

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

const pinned: Rule = {
  code: 'IMAGE_NOT_PINNED',
  severity: 'info',
  title: 'the image of our Jobs is named by tag',
  why: 'whoever can push to that tag runs a program that may write the credentials or the Config of the registry; without a connection the tag may not be mirrored',
  fix: 'set cliImage to the image by digest; oc adm release info --image-for=cli prints that of your release',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: `
    platform: aws
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`,
  good: `
    platform: aws
    cliImage: registry.example.com/oc@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`,
  check: ({ config, model: { bucketKeys, takeover } }) => {
    const job = bucketKeys?.mode === 'job' ? bucketKeys : undefined;
    const image = (job ?? takeover)?.image;
    const { rgw, noobaa } = config.storage?.odf ?? {};
    const own = job !== undefined && (rgw ?? noobaa)?.bridge?.job?.image !== undefined;
    return hitIf(image !== undefined && !isPinned(image), () => ({
      path: own ? [...job.path, 'image'] : ['cliImage'],
      what: `the Jobs use ${image}`,
    }));
  },
};

/** Host with or without port, path, tag, digest. @see https://pkg.go.dev/github.com/distribution/reference */
const REFERENCE =
  /^([A-Za-z0-9][A-Za-z0-9.-]*(:\d+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

const reference: Rule = {
  code: 'JOB_IMAGE',
  severity: 'error',
  acceptable: false,
  title: 'the image of our Jobs is no image',
  why: 'the pod never starts (InvalidImageName), and the sync fails when the Job runs out of time',
  fix: 'write host/path:tag or host/path@sha256:digest, without https:// and without a user; pull credentials belong in the pull secret',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: `
    platform: aws
    cliImage: https://registry.example.com/oc
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`,
  good: `
    platform: aws
    cliImage: registry.example.com/oc:v4.14
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`,
  check: ({ config }) =>
    valuesAtAny(config, ['cliImage', 'storage.odf.*.bridge.job.image']).flatMap(({ path, value }) =>
      hitIf(value !== '' && !REFERENCE.test(String(value)), () => ({
        path,
        what: `${String(path.at(-1))} is "${showUrl(String(value))}"`,
      })),
    ),
};

/** In the order they are listed in the documentation. */
export const TAKEOVER_RULES: readonly Rule[] = [explained, fields, idle, pinned, reference];
