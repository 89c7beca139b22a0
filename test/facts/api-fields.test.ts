/** Which OpenShift version first had a field. */

import {
  FIELD_SINCE,
  firstVersionOf,
  hasField,
  mayBeNewer,
  requiredFields,
  type VersionedKind,
} from '../../src/facts/api-fields';
import { isKnownVersion, NEWEST_VERSION } from '../../src/facts/versions';
import { ownCrds, versionedKind } from '../support/own-schema';
import type { Schema } from '../support/structural-schema';

test.each<[VersionedKind, string, string | undefined]>([
  ['Config', 'spec.disableRedirect', undefined],
  ['Config', 'spec.rolloutStrategy', '4.4'],
  ['Config', 'spec.storage.managementState', '4.6'],
  ['Config', 'spec.managementState', undefined],
  ['Config', 'spec.storage.ibmcos.serviceInstanceCRN', '4.9'],
  ['Config', 'spec.storage.s3.trustedCA.name', '4.11'],
  ['Config', 'spec.topologySpreadConstraints.0.maxSkew', '4.11'],
  ['Config', 'spec.topologySpreadConstraints.[].matchLabelKeys', '4.12'],
  ['Config', 'spec.resources.claims.0.name', '4.13'],
  ['Config', 'spec.resources.claims.0.request', '4.18'],
  ['Config', 'spec.affinity.nodeAffinity', '4.5'],
  ['Config', 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.namespaceSelector', '4.8'],
  ['Config', 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.matchLabelKeys', '4.16'],
  ['Config', 'spec.affinity.podAffinity.x.0.labelSelector.matchLabels.namespaceSelector', '4.5'],
  ['Config', 'spec.nodeSelector.namespaceSelector', undefined],
  ['Config', 'spec.storage.azure.networkAccess.internal.subnetName', '4.15'],
  ['Config', 'spec.storage.s3.chunkSizeMiB', '4.17'],
  ['ImagePruner', '', '4.4'],
  ['ImagePruner', 'spec.affinity', '4.4'],
  ['ImagePruner', 'spec.keepYoungerThanDuration', '4.5'],
  ['Image', 'spec.registrySources.allowedRegistries', undefined],
  ['Image', 'spec.imageStreamImportMode', '4.21'],
])('%s %s: %s', (kind, path, version) => {
  expect(firstVersionOf(kind, path.split('.').filter(Boolean))).toBe(version);
});

test('4.9 is older than 4.10', () => {
  expect(hasField('Config', ['spec', 'storage', 'oss'], '4.9')).toBe(false);
  expect(hasField('Config', ['spec', 'storage', 'oss'], '4.10')).toBe(true);
});

test.each<[VersionedKind, string, string[]]>([
  ['Config', '4.3', ['logging', 'managementState', 'replicas']],
  ['Config', '4.5', ['logging', 'managementState', 'replicas']],
  ['Config', '4.6', ['managementState', 'replicas']],
  ['Config', '4.11', ['managementState', 'replicas']],
  ['Config', '4.12', ['replicas']],
  ['Config', NEWEST_VERSION, ['replicas']],
  ['ImagePruner', '4.6', []],
  ['Image', '4.6', []],
])('%s %s requires %j', (kind, version, fields) => {
  expect([...requiredFields(kind, version)].sort()).toEqual(fields);
});

const rows = Object.entries(FIELD_SINCE).flatMap(([kind, table]) =>
  Object.entries(table).map(([path, version]) => [kind, path, version] as const),
);

test.each(rows)('%s %s is a field of crds/, since %s', (kind, path, version) => {
  const crd = ownCrds().find(candidate => versionedKind(candidate) === kind);
  const schemas = [...(crd?.versions.values() ?? [])];
  expect(schemas.flatMap(schema => pathsOf(schema)).some(known => matches(known, path))).toBe(true);
  expect(isKnownVersion(version)).toBe(true);
});

const matches = (known: string, row: string): boolean => {
  const [start = '', end] = row.split('.**.');
  return end === undefined ? known === row : known.startsWith(`${start}.`) && known.endsWith(`.${end}`);
};

/** Every path of a schema, list positions left out. */
function pathsOf(schema: Schema, path = ''): readonly string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const below = path === '' ? name : `${path}.${name}`;
    return [below, ...pathsOf(child, below)];
  });
  return [...fields, ...(schema.items ? pathsOf(schema.items, path) : [])];
}

describe('fields that may be newer', () => {
  const mayBe = (kind: VersionedKind, path: string): boolean => mayBeNewer(kind, path.split('.'));

  test.each<[VersionedKind, string, boolean]>([
    ['Config', 'spec', true],
    ['Config', 'spec.storage.s3.chunkSizeMiB', true],
    ['Config', 'spec.storage.s3.bucket', false],
    ['Config', 'spec.tolerations', false],
    ['Config', 'spec.topologySpreadConstraints.0.matchLabelKeys', true],
    ['Config', 'spec.topologySpreadConstraints.0.maxSkew', false],
    ['Config', 'spec.affinity.podAffinity', true],
    ['ImagePruner', 'spec.schedule', false],
  ])('%s %s: %s', (kind, path, expected) => {
    expect(mayBe(kind, path)).toBe(expected);
  });

  test.each(Object.keys(FIELD_SINCE) as VersionedKind[])('each row of %s, and what it is in', kind => {
    const rows = Object.keys(FIELD_SINCE[kind]).map(row => row.replace('**', 'any.where'));
    const above = rows.flatMap(row => row.split('.').map((_, index, steps) => steps.slice(0, index + 1).join('.')));
    expect(above.filter(path => !mayBe(kind, path))).toEqual([]);
  });
});
