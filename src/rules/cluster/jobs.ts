/** Our own Jobs: their image, and how long a finished one is kept. */

import { didYouMean } from '../../config/nearest';
import { isGuessed, isPinned } from '../../facts/cli-image';
import { deletesFinishedJobs } from '../../facts/pods';
import { isKnownVersion, OPENSHIFT_VERSIONS } from '../../facts/versions';
import type { ConfigPath } from '../../findings/finding';
import type { JobsModel } from '../../model/jobs';
import { namedImage } from '../../model/jobs';
import { showUrl } from '../../values/url';
import { hitIf, type Rule, type RuleInput } from '../rule';
import { valuesAtAny } from '../walk';

const DIGEST = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';

/** A cluster with a Job, and further settings. */
const example = (more: string, openshift = '4.14'): string => `
    platform: aws
    openshift: "${openshift}"
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}${more}`;

/** The settings of the Jobs that are in the output, and where their image is named. */
function jobsOf({ config, model }: RuleInput): { readonly jobs: JobsModel; readonly path: ConfigPath } | undefined {
  const { bucketKeys, takeover, openshift } = model;
  const job = bucketKeys?.mode === 'job' ? bucketKeys : undefined;
  const jobs = job ?? (takeover?.by === 'job' ? takeover : undefined);
  if (jobs === undefined) return undefined;
  if (job !== undefined && config.credentials?.bucketClaim?.job?.image !== undefined)
    return { jobs, path: [...job.path, 'image'] };
  const listed = !config.cliImage && namedImage(config, openshift) !== undefined;
  return { jobs, path: listed ? ['cliImages', openshift] : ['cliImage'] };
}

const pinned: Rule = {
  code: 'IMAGE_NOT_PINNED',
  severity: 'info',
  title: 'the image of our Jobs is named by tag, not by digest',
  why: 'anyone who can push to that tag runs a program that may write the credentials or the Config of the registry; a disconnected cluster may not have the tag mirrored, and OKD has no pull secret for registry.redhat.io',
  fix: 'set cliImage, or cliImages with an entry for each OpenShift version, to the digest that oc adm release info --image-for=cli prints for your release',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: example(''),
  good: example(`\n    cliImages: {"4.14": registry.example.com/oc@sha256:${DIGEST}}`),
  check: input => {
    const found = jobsOf(input);
    if (found === undefined || isPinned(found.jobs.image)) return [];
    return [{ path: found.path, what: `image ${found.jobs.image} of the Jobs is not pinned by digest` }];
  },
};

const guessed: Rule = {
  code: 'JOB_IMAGE_GUESSED',
  severity: 'warning',
  title: 'the image of our Jobs is not known for this OpenShift version',
  why: 'the name is derived from that of older versions; if there is no such image, the pod stays in ImagePullBackOff, and the sync waits for it and fails',
  fix: 'set cliImage or cliImages to what oc adm release info --image-for=cli prints for your release',
  source: 'https://catalog.redhat.com/software/containers/openshift4/ose-cli-rhel9',
  bad: example('', '5.0'),
  good: example(`\n    cliImages: {"5.0": registry.example.com/oc@sha256:${DIGEST}}`, '5.0'),
  check: input => {
    const found = jobsOf(input);
    if (found === undefined || found.path[0] !== 'cliImage' || input.config.cliImage) return [];
    return hitIf(isGuessed(input.model.openshift), () => ({
      path: found.path,
      what: `cliImage is not set, and ${found.jobs.image} is a guess for OpenShift ${input.model.openshift}`,
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
  title: 'the image of our Jobs is not a valid image reference',
  why: 'the pod never starts (InvalidImageName), and the sync fails when the Job runs out of time',
  fix: 'write host/path:tag or host/path@sha256:digest, without https:// and without a user; pull credentials belong in the pull secret',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: example('\n    cliImage: https://registry.example.com/oc'),
  good: example('\n    cliImage: registry.example.com/oc:v4.14'),
  check: ({ config }) =>
    valuesAtAny(config, ['cliImage', 'cliImages.*', 'credentials.bucketClaim.job.image']).flatMap(({ path, value }) =>
      hitIf(value !== '' && !REFERENCE.test(String(value)), () => ({
        path,
        what: `${path.length > 1 ? path.slice(-2).join('.') : path[0]} "${showUrl(String(value))}" is not a valid image reference`,
      })),
    ),
};

const imageVersion: Rule = {
  code: 'CLI_IMAGES_VERSION',
  severity: 'error',
  title: 'cliImages has an entry for a version that does not exist',
  why: 'no cluster uses the entry: the Jobs of that version keep an image by tag',
  fix: 'write the minor version in quotes, for example "4.14"',
  source: 'openshift/api, its release branches',
  bad: example(`\n    cliImages: {"4.14.3": registry.example.com/oc@sha256:${DIGEST}}`),
  good: example(`\n    cliImages: {"4.14": registry.example.com/oc@sha256:${DIGEST}}`),
  check: ({ config }) =>
    Object.keys(config.cliImages ?? {})
      .filter(version => !isKnownVersion(version))
      .map(version => ({
        path: ['cliImages', version],
        what: `OpenShift "${version}" does not exist${didYouMean(version, OPENSHIFT_VERSIONS)}`,
      })),
};

/** Argo CD looks at a Job more than once a minute; below this an older one may miss its end. */
const SHORT_SECONDS = 300;

const ttl: Rule = {
  code: 'JOB_TTL',
  severity: 'warning',
  title: 'a finished Job is deleted too soon, or not at all',
  why: 'Argo CD before 2.14 waits forever for a hook that was deleted before it saw the result, and the log of a failed Job is deleted with it; OpenShift before 4.8 does not know the field',
  fix: `set jobs.ttlSecondsAfterFinished to ${SHORT_SECONDS} or more, or remove it`,
  source: 'argoproj/argo-cd#21055; https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  bad: example('\n    jobs: {ttlSecondsAfterFinished: 10}'),
  good: example('\n    jobs: {ttlSecondsAfterFinished: 3600}'),
  check: ({ config, model }) => {
    const seconds = config.jobs?.ttlSecondsAfterFinished;
    if (seconds === undefined) return [];
    const path = ['jobs', 'ttlSecondsAfterFinished'];

    if (!deletesFinishedJobs(model.openshift)) {
      const why = `OpenShift ${model.openshift} does not delete finished Jobs: the field is not emitted`;
      const what = `ttlSecondsAfterFinished has no effect on OpenShift ${model.openshift}`;
      return [{ path, what, why, fix: 'remove it', severity: 'info' }];
    }
    const what = `ttlSecondsAfterFinished ${seconds} is below ${SHORT_SECONDS}`;
    return hitIf(seconds < SHORT_SECONDS, () => ({ path, what }));
  },
};

/** In the order they are listed in the documentation. */
export const JOB_RULES: readonly Rule[] = [pinned, guessed, reference, imageVersion, ttl];
