/** Which lists are sets, and which are maps by key. The order of all other lists counts. */

import type { FieldPath } from '../change';
import { matches, type Pattern, patternOf } from './paths';

interface ListRow {
  /** Absent for every kind. */
  readonly kind?: string;
  readonly paths: readonly string[];
  /** Keys that name an item; without keys the item is its own name. */
  readonly keys: readonly string[];
}

const ROWS: readonly ListRow[] = [
  { kind: 'Config', paths: ['spec.routes'], keys: ['name'] },
  { paths: ['spec.tolerations', 'spec.topologySpreadConstraints', 'spec.accessModes'], keys: [] },
  {
    kind: 'Image',
    paths: [
      'spec.registrySources.allowedRegistries',
      'spec.registrySources.blockedRegistries',
      'spec.registrySources.insecureRegistries',
      'spec.externalRegistryHostnames',
    ],
    keys: [],
  },
  { kind: 'Image', paths: ['spec.allowedRegistriesForImport'], keys: ['domainName'] },
  {
    paths: ['spec.imageDigestMirrors', 'spec.imageTagMirrors', 'spec.repositoryDigestMirrors'],
    keys: ['source'],
  },
  { paths: ['subjects'], keys: ['kind', 'namespace', 'name'] },
  { paths: ['rules', 'imagePullSecrets', 'secrets'], keys: [] },
  { kind: 'ExternalSecret', paths: ['spec.data'], keys: ['secretKey'] },
  { kind: 'ImageStream', paths: ['spec.tags'], keys: ['name'] },
  { kind: 'Certificate', paths: ['spec.dnsNames', 'spec.usages'], keys: [] },
  { kind: 'BucketLifecycleConfiguration', paths: ['spec.forProvider.rule'], keys: ['id'] },
  { kind: 'Bucket', paths: ['spec.lifecycle.rules'], keys: ['id'] },
  { paths: ['spec.managementPolicies'], keys: [] },
  {
    kind: 'AppProject',
    paths: [
      'spec.clusterResourceWhitelist',
      'spec.namespaceResourceWhitelist',
      'spec.destinations',
      'spec.sourceRepos',
    ],
    keys: [],
  },
  { kind: 'ApplicationSet', paths: ['spec.template.spec.syncPolicy.syncOptions'], keys: [] },
  { kind: 'Application', paths: ['spec.syncPolicy.syncOptions'], keys: [] },
  ...['spec.template.spec', 'spec.jobTemplate.spec.template.spec'].flatMap(pod => [
    { paths: [`${pod}.containers`, `${pod}.volumes`, `${pod}.containers.*.env`], keys: ['name'] },
    { paths: [`${pod}.containers.*.volumeMounts`], keys: ['mountPath'] },
    { paths: [`${pod}.tolerations`], keys: [] },
  ]),
];

const TABLE: readonly { readonly kind?: string; readonly pattern: Pattern; readonly keys: readonly string[] }[] =
  ROWS.flatMap(({ kind, paths, keys }) =>
    paths.map(path => ({ ...(kind === undefined ? {} : { kind }), pattern: patternOf(path), keys })),
  );

/** The keys that name the items of a list, none for a set, undefined where the order counts. */
export const listKeys = (kind: string, path: FieldPath): readonly string[] | undefined =>
  TABLE.find(row => (row.kind === undefined || row.kind === kind) && matches(row.pattern, path))?.keys;
