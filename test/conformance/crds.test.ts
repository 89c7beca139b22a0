/** Our API schemas (crds/) say what the real CRDs say, for every OpenShift version. */

import { firstVersionOf } from '../../src/facts/api-fields';
import { atLeast, NEWEST_VERSION, OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { type Crd, findCrd } from '../support/crd-validator';
import { ownCrdFor, ownCrds, restrict, versionedKind } from '../support/own-schema';
import { derivedKinds, openshiftCrds, otherCrds } from '../support/reference';
import { differences } from '../support/schema-differences';
import type { Schema } from '../support/structural-schema';

const CATALOG = 'not among the reference CRDs; read from datreeio/CRDs-catalog';
const NOOBAA = 'not among the reference CRDs; read from noobaa/noobaa-operator deploy/crds';

/** Kinds of ours without a real CRD to compare with, and why. */
const NO_REFERENCE: Readonly<Record<string, string>> = {
  'argoproj.io/ArgoCD': 'not among the reference CRDs; a handful of fields of argoproj-labs/argocd-operator',
  'cert-manager.io/Certificate': CATALOG,
  'image.openshift.io/ImageStream': 'an aggregated API, which has no CRD',
  'noobaa.io/BackingStore': NOOBAA,
  'noobaa.io/BucketClass': NOOBAA,
  's3.aws.m.upbound.io/Bucket': CATALOG,
  's3.aws.m.upbound.io/BucketLifecycleConfiguration': CATALOG,
  's3.aws.m.upbound.io/BucketPublicAccessBlock': CATALOG,
  's3.aws.m.upbound.io/BucketServerSideEncryptionConfiguration': CATALOG,
  's3.aws.upbound.io/Bucket': CATALOG,
  's3.aws.upbound.io/BucketLifecycleConfiguration': CATALOG,
  's3.aws.upbound.io/BucketPublicAccessBlock': CATALOG,
  's3.aws.upbound.io/BucketServerSideEncryptionConfiguration': CATALOG,
  'storage.azure.com/StorageAccountsBlobService': CATALOG,
};

/** Kinds we describe whole; of the others only the fields we set. */
const WHOLE = ['ImageDigestMirrorSet', 'ImageTagMirrorSet', 'ImageContentSourcePolicy', 'ObjectBucketClaim'];

const nameOf = (crd: Crd): string => `${crd.group}/${crd.kind}`;
const apiVersions = (crd: Crd): readonly string[] => [...crd.versions.keys()].map(name => `${crd.group}/${name}`);
const isVersioned = (crd: Crd): boolean => versionedKind(crd) !== undefined;

/** Differences over all versions of a CRD of ours; scope included. */
function compare(ours: Crd, references: readonly Crd[], extent: 'whole' | 'part'): readonly string[] {
  return [...ours.versions].flatMap(([name, schema]) => {
    const reference = findCrd(references, `${ours.group}/${name}`, ours.kind);
    const theirs = reference?.versions.get(name);
    if (reference === undefined || theirs === undefined) return [`${nameOf(ours)} ${name}: no reference`];
    const scope = reference.namespaced === ours.namespaced ? [] : [`${nameOf(ours)}: another scope`];
    return [...scope, ...differences(schema, theirs, extent)];
  });
}

const own = (kind: string): Crd => {
  const crd = ownCrds().find(candidate => candidate.kind === kind);
  if (crd === undefined) throw new Error(`crds/ has no ${kind}`);
  return crd;
};

describe('crds/ against the real CRDs', () => {
  describe.each(OPENSHIFT_VERSIONS)('OpenShift %s', version => {
    test.each(['Config', 'ImagePruner', 'Image'] as const)('%s is the same, field by field', kind => {
      const references = openshiftCrds(version);
      const exists = atLeast(version, firstVersionOf(kind, []) ?? version);
      expect(references.some(crd => crd.kind === kind)).toBe(exists);
      if (exists) expect(compare(ownCrdFor(own(kind), version), references, 'whole')).toEqual([]);
    });
  });

  const others = ownCrds().filter(crd => !isVersioned(crd) && !(nameOf(crd) in NO_REFERENCE));
  const absent = derivedKinds().filter(name => !otherCrds().some(crd => nameOf(crd) === name));

  for (const name of absent) test.skip(`${name}: no repository has its CRD as a file`, () => undefined);

  test.each(others.filter(crd => !absent.includes(nameOf(crd))).map(crd => [nameOf(crd), crd] as const))(
    '%s has nothing the real CRD has not',
    (_name, crd) => {
      expect(compare(crd, otherCrds(), WHOLE.includes(crd.kind) ? 'whole' : 'part')).toEqual([]);
    },
  );

  test.each(Object.entries(NO_REFERENCE))('%s is ours, and has no reference: %s', name => {
    const crd = ownCrds().find(candidate => nameOf(candidate) === name);
    expect(crd === undefined ? [] : apiVersions(crd)).not.toEqual([]);
    expect(otherCrds().map(nameOf)).not.toContain(name);
  });
});

/** The comparison is worth something only if it fails when something is wrong. */
describe('the comparison fails on', () => {
  const version = '4.14';
  const mutated = (path: readonly string[], change: (schema: Schema) => Schema | undefined): readonly string[] => {
    const ours = ownCrdFor(own('Config'), version);
    const versions = [...ours.versions].map(([name, schema]) => [name, edit(schema, path, change) ?? {}] as const);
    return compare({ ...ours, versions: new Map(versions) }, openshiftCrds(version), 'whole');
  };

  test.each<[string, string[], (schema: Schema) => Schema | undefined]>([
    ['a missing field', ['spec', 'storage', 's3', 'bucket'], () => undefined],
    [
      'an extra field',
      ['spec', 'storage', 'pvc'],
      s => ({ ...s, properties: { ...s.properties, size: { type: 'string' } } }),
    ],
    ['another type', ['spec', 'replicas'], s => ({ ...s, type: 'string' })],
    ['another format', ['spec', 'replicas'], s => ({ ...s, format: 'int64' })],
    ['another enum', ['spec', 'logLevel'], s => ({ ...s, enum: ['Normal'] })],
    ['another pattern', ['spec', 'rolloutStrategy'], s => ({ ...s, pattern: '^Recreate$' })],
    ['another bound', ['spec', 'storage', 'azure', 'container'], s => ({ ...s, maxLength: 64 })],
    ['another default', ['spec', 'logLevel'], s => ({ ...s, default: 'Debug' })],
    ['another required list', ['spec'], s => ({ ...s, required: [] })],
    ['an open object', ['spec', 'storage'], s => ({ ...s, 'x-kubernetes-preserve-unknown-fields': true })],
  ])('%s', (_name, path, change) => {
    expect(mutated(path, schema => schema)).toEqual([]);
    expect(mutated(path, change)).toHaveLength(1);
  });

  test('a field one version too early', () => {
    const early = restrict(own('Config'), 'Config', '4.11');
    expect(compare(early, openshiftCrds('4.10'), 'whole')).toContain(
      '(root).spec.storage.s3.trustedCA: not in the reference',
    );
  });

  test('a rule that is not the real one', () => {
    const image = own('Image');
    const versions = [...image.versions].map(
      ([name, schema]) =>
        [
          name,
          edit(schema, ['spec', 'registrySources'], s => ({ ...s, 'x-kubernetes-validations': [] })) ?? {},
        ] as const,
    );
    expect(compare({ ...image, versions: new Map(versions) }, openshiftCrds(NEWEST_VERSION), 'whole')).toHaveLength(1);
  });
});

/** A copy of the schema with one node changed, or removed when `change` gives nothing. */
function edit(
  schema: Schema,
  path: readonly string[],
  change: (schema: Schema) => Schema | undefined,
): Schema | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return change(schema);
  const entries = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const kept = key === name ? edit(child, rest, change) : child;
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return { ...schema, properties: Object.fromEntries(entries) };
}
