/**
 * Which OpenShift version first knew a field of Config, ImagePruner or Image, and which validation changed later.
 *
 * An older API server drops or refuses a field it does not know, so a field must never be emitted for a version before
 * its row. Nothing was ever removed from the three schemas.
 *
 * @see openshift/api, CRDs of the release branches 4.3 to 5.2: imageregistry/v1, config/v1 (Default feature set)
 */

import { remembered } from '../values/remembered';
import { BACKEND_NAMES, BACKENDS } from './backends';
import { atLeast, compareVersions, OPENSHIFT_VERSIONS } from './versions';

/** A kind whose fields came over time. */
export type VersionedKind = 'Config' | 'ImagePruner' | 'Image';

/** First version of the kinds that are newer than 4.3. */
const KIND_SINCE: Partial<Record<VersionedKind, string>> = { ImagePruner: '4.4' };

/** A group of pods spread by label; the same rows for every kind that has an affinity. */
const AFFINITY_FIELDS = {
  'spec.affinity.**.namespaceSelector': '4.8',
  'spec.affinity.**.matchLabelKeys': '4.16',
  'spec.affinity.**.mismatchLabelKeys': '4.16',
};

const RESOURCE_FIELDS = { 'spec.resources.claims': '4.13', 'spec.resources.claims.request': '4.18' };

/** Backends, and their fields, that came after the first version. */
const STORAGE_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  BACKEND_NAMES.flatMap(backend => {
    const { driver, fields } = BACKENDS[backend];
    const path = `spec.storage.${backend}`;
    const newer = Object.entries(fields).flatMap(([name, { since }]) =>
      since ? [[`${path}.${name}`, since] as const] : [],
    );
    return driver.first === OPENSHIFT_VERSIONS[0] ? newer : [[path, driver.first] as const, ...newer];
  }),
);

/**
 * Path to first version, for every spec field newer than its kind. List positions are left out of paths. A row covers
 * its whole sub-tree, except where a deeper row says otherwise; `**` stands for any path in between.
 */
export const FIELD_SINCE: Record<VersionedKind, Readonly<Record<string, string>>> = {
  Config: {
    'spec.rolloutStrategy': '4.4',
    'spec.affinity': '4.5',
    'spec.logLevel': '4.6',
    'spec.observedConfig': '4.6',
    'spec.operatorLogLevel': '4.6',
    'spec.storage.managementState': '4.6',
    'spec.unsupportedConfigOverrides': '4.6',
    'spec.topologySpreadConstraints': '4.11',
    'spec.topologySpreadConstraints.matchLabelKeys': '4.12',
    'spec.topologySpreadConstraints.nodeAffinityPolicy': '4.12',
    'spec.topologySpreadConstraints.nodeTaintsPolicy': '4.12',
    ...STORAGE_FIELDS,
    ...AFFINITY_FIELDS,
    ...RESOURCE_FIELDS,
  },
  ImagePruner: {
    'spec.keepYoungerThanDuration': '4.5',
    'spec.ignoreInvalidImageReferences': '4.6',
    'spec.logLevel': '4.6',
    ...AFFINITY_FIELDS,
    ...RESOURCE_FIELDS,
  },
  Image: {
    'spec.registrySources.containerRuntimeSearchRegistries': '4.7',
    'spec.imageStreamImportMode': '4.21', // 4.18 to 4.20 had it behind a feature gate only
  },
};

/** Keywords of a field that its schema gained in a later version; `before` is what was there until then. */
export interface ValidationChange {
  readonly path: string;
  readonly keywords: readonly string[];
  readonly since: string;
  readonly before?: Readonly<Record<string, unknown>>;
}

const duration = (path: string): ValidationChange => ({ path, keywords: ['format'], since: '4.6' });

/** Quantities were plain strings before 4.6. `{}` is the value of a map. */
const quantity = (path: string): ValidationChange => ({
  path,
  keywords: ['anyOf', 'pattern', 'x-kubernetes-int-or-string'],
  since: '4.6',
  before: { type: 'string' },
});

const registryList = (name: string): readonly ValidationChange[] => [
  { path: `spec.registrySources.${name}`, keywords: ['maxItems'], since: '4.23' },
  {
    path: `spec.registrySources.${name}[]`,
    keywords: ['minLength', 'maxLength', 'x-kubernetes-validations'],
    since: '4.23',
  },
];

/** Every validation of the three kinds that a version added to an existing field. `[]` is an item of a list. */
export const VALIDATION_SINCE: Record<VersionedKind, readonly ValidationChange[]> = {
  Config: [
    { path: 'spec.storage.azure.container', keywords: ['pattern', 'minLength', 'maxLength'], since: '4.4' },
    duration('spec.requests.read.maxWaitInQueue'),
    duration('spec.requests.write.maxWaitInQueue'),
    duration('spec.storage.s3.cloudFront.duration'),
    quantity('spec.resources.limits{}'),
    quantity('spec.resources.requests{}'),
    { path: 'spec.storage.s3.cloudFront.privateKey.name', keywords: ['default'], since: '4.17' },
  ],
  ImagePruner: [
    duration('spec.keepYoungerThanDuration'),
    quantity('spec.resources.limits{}'),
    quantity('spec.resources.requests{}'),
  ],
  Image: [
    { path: 'spec.registrySources', keywords: ['x-kubernetes-validations'], since: '4.18' },
    ...registryList('allowedRegistries'),
    ...registryList('blockedRegistries'),
    ...registryList('insecureRegistries'),
  ],
};

/** Spec fields a Config cannot be without; `until` is the last version that insists. */
const REQUIRED_CONFIG_FIELDS: readonly { readonly field: string; readonly until?: string }[] = [
  { field: 'replicas' },
  { field: 'managementState', until: '4.11' },
  { field: 'logging', until: '4.5' },
];

/**
 * First OpenShift version that knows the field, or undefined when 4.3 already did.
 *
 * `path` starts at the root of the object (`['spec', 'storage', 's3']`); list positions in it (`'0'`, `'[]'`) are
 * skipped. A path that no version has inherits from its parent.
 */
export const firstVersionOf = (kind: VersionedKind, path: readonly string[]): string | undefined =>
  FIRST_VERSION[kind](path.join(BETWEEN));

/** Whether the field, or one below it, came later than what it is in: others need no look. */
export const mayBeNewer = (kind: VersionedKind, path: readonly string[]): boolean =>
  MAY_BE_NEWER[kind](withoutPositions(path).join('.'));

const MAY_BE_NEWER = ofKinds(hasRowWithin);

function hasRowWithin(kind: VersionedKind, path: string): boolean {
  return Object.keys(FIELD_SINCE[kind]).some(row => {
    const [above = row] = row.split('.**.');
    return `${row}.`.startsWith(`${path}.`) || (above !== row && path.startsWith(`${above}.`));
  });
}

/** Between the steps of a path; no key has it. */
const BETWEEN = '\u0000';

const FIRST_VERSION = ofKinds(firstOf);

/** The same for each kind, remembered: every cluster asks for the same few fields. */
function ofKinds<Result>(
  of: (kind: VersionedKind, path: string) => Result,
): Readonly<Record<VersionedKind, (path: string) => Result>> {
  return {
    Config: remembered(path => of('Config', path)),
    ImagePruner: remembered(path => of('ImagePruner', path)),
    Image: remembered(path => of('Image', path)),
  };
}

function firstOf(kind: VersionedKind, path: string): string | undefined {
  const rows = FIELD_SINCE[kind];
  const names = withoutPositions(path.split(BETWEEN));
  const anywhere = `${names.slice(0, 2).join('.')}.**.`;
  for (let length = names.length; length > 1; length -= 1) {
    const row = rows[names.slice(0, length).join('.')] ?? rows[anywhere + names[length - 1]];
    if (row !== undefined) return row;
  }
  return KIND_SINCE[kind];
}

/** Names of the fields of `spec` that the API server of that version requires. */
export function requiredFields(kind: VersionedKind, version: string): readonly string[] {
  if (kind !== 'Config') return [];
  return REQUIRED_CONFIG_FIELDS.filter(({ until }) => until === undefined || compareVersions(version, until) <= 0).map(
    ({ field }) => field,
  );
}

/** Whether a version's API has the field. */
export const hasField = (kind: VersionedKind, path: readonly string[], version: string): boolean =>
  atLeast(version, firstVersionOf(kind, path) ?? '4.3');

/** The path without list positions, and cut at `matchLabels`, below which keys belong to the user. */
function withoutPositions(path: readonly string[]): readonly string[] {
  const labels = path.indexOf('matchLabels');
  const named = labels === -1 ? path : path.slice(0, labels + 1);
  return named.filter(name => name !== '[]' && !/^\d+$/.test(name));
}
