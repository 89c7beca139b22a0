/** What is equal though written differently: forms of values, API defaults, zero values that the operator drops. */

import { canonicalDuration } from '../../values/duration';
import { canonicalQuantity } from '../../values/quantity';
import { type Pattern, patternOf } from './paths';

interface FormRow {
  readonly kinds: readonly string[];
  readonly paths: readonly string[];
  readonly form: (value: string) => string;
}

const FORM_ROWS: readonly FormRow[] = [
  {
    kinds: ['Config', 'ImagePruner'],
    paths: ['spec.resources.requests.*', 'spec.resources.limits.*'],
    form: canonicalQuantity,
  },
  {
    kinds: ['PersistentVolumeClaim'],
    paths: ['spec.resources.requests.*', 'spec.resources.limits.*'],
    form: canonicalQuantity,
  },
  { kinds: ['PersistentVolume'], paths: ['spec.capacity.*'], form: canonicalQuantity },
  { kinds: ['ObjectBucketClaim'], paths: ['spec.additionalConfig.maxSize'], form: canonicalQuantity },
  {
    kinds: ['Config'],
    paths: [
      'spec.requests.read.maxWaitInQueue',
      'spec.requests.write.maxWaitInQueue',
      'spec.storage.s3.cloudFront.duration',
    ],
    form: canonicalDuration,
  },
  { kinds: ['ImagePruner'], paths: ['spec.keepYoungerThanDuration'], form: canonicalDuration },
  { kinds: ['ExternalSecret'], paths: ['spec.refreshInterval'], form: canonicalDuration },
  { kinds: ['Certificate'], paths: ['spec.duration', 'spec.renewBefore'], form: canonicalDuration },
  ...['spec.template.spec', 'spec.jobTemplate.spec.template.spec'].map(pod => ({
    kinds: ['Job', 'CronJob'],
    paths: [`${pod}.containers.*.resources.requests.*`, `${pod}.containers.*.resources.limits.*`],
    form: canonicalQuantity,
  })),
];

/** The form of a value by kind and place. */
export const FORMS: readonly { readonly kind: string; readonly pattern: Pattern; readonly form: FormRow['form'] }[] =
  FORM_ROWS.flatMap(({ kinds, paths, form }) =>
    kinds.flatMap(kind => paths.map(path => ({ kind, pattern: patternOf(path), form }))),
  );

/** What an absent field means, by kind and place. @see the APIs' own defaults and operator, `ImagePrunerSpec` */
export const DEFAULTS: Readonly<Record<string, readonly (readonly [path: readonly string[], value: unknown])[]>> = {
  Config: [
    [['spec', 'logLevel'], 'Normal'],
    [['spec', 'operatorLogLevel'], 'Normal'],
  ],
  ImagePruner: [
    [['spec', 'schedule'], '0 0 * * *'],
    [['spec', 'keepTagRevisions'], 3],
    [['spec', 'suspend'], false],
    [['spec', 'ignoreInvalidImageReferences'], false],
    [['spec', 'successfulJobsHistoryLimit'], 3],
    [['spec', 'failedJobsHistoryLimit'], 3],
    [['spec', 'logLevel'], 'Normal'],
  ],
  PersistentVolumeClaim: [[['spec', 'volumeMode'], 'Filesystem']],
  PersistentVolume: [
    [['spec', 'volumeMode'], 'Filesystem'],
    [['spec', 'persistentVolumeReclaimPolicy'], 'Retain'],
  ],
  StorageClass: [
    [['reclaimPolicy'], 'Delete'],
    [['volumeBindingMode'], 'Immediate'],
    [['allowVolumeExpansion'], false],
  ],
  ExternalSecret: [
    [['spec', 'target', 'creationPolicy'], 'Owner'],
    [['spec', 'target', 'deletionPolicy'], 'Retain'],
  ],
};

/** Kinds whose zero values the operator or the API drops: writing one and leaving it out are the same. */
export const DROPS_ZEROS: ReadonlySet<string> = new Set(['Config', 'Image']);

/**
 * Zero values with a meaning: `{}` is a choice here, and the operator adds the two S3 fields itself, so that leaving them
 * out makes a later change of backend end with two.
 */
export const KEPT_ZEROS: readonly Pattern[] = [
  'spec.replicas',
  'spec.affinity',
  'spec.resources',
  'spec.storage.*',
  'spec.storage.s3.virtualHostedStyle',
  'spec.storage.s3.trustedCA.name',
  'spec.nodeSelector.*',
].map(patternOf);

/** What the API server and controllers write themselves; never compared. */
export const SERVER_METADATA: ReadonlySet<string> = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
]);

/** Annotations with a copy of the object: each change would count twice, and they may contain a Secret. */
export const COPIES: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'argocd.argoproj.io/tracking-id',
]);
