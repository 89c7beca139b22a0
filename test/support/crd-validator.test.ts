/** The validator of the test suites refuses what a strict API server refuses. */

import { type Crd, notEvaluated, parseCrds, validator } from './crd-validator';
import { ownErrors } from './own-schema';

const SCHEMA = `
  type: object
  required: [spec]
  properties:
    spec:
      type: object
      required: [size]
      properties:
        size: {type: integer, format: int32, minimum: 1}
        mode: {type: string, enum: [a, b]}
        name: {type: string, pattern: '^[a-z]+$', maxLength: 3}
        period: {type: string, format: duration}
        at: {type: string, format: date-time}
        ids: {type: array, x-kubernetes-list-type: set, items: {type: string}}
        parts:
          type: array
          x-kubernetes-list-type: map
          x-kubernetes-list-map-keys: [name]
          items: {type: object, properties: {name: {type: string}}}
        port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
        labels: {type: object, additionalProperties: {type: string}}
        free: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {known: {type: string}}}
        maybe: {type: string, nullable: true}
        empty: {type: object}
        embedded: {type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: object}}}
        network:
          type: object
          properties: {type: {type: string}, internal: {type: object}}
          x-kubernetes-validations:
            - rule: "has(self.type) && self.type == 'Internal' ?  true : !has(self.internal)"
        host: {type: string, x-kubernetes-validations: [{rule: "self.matches('^[a-z]+\\\\\\\\.io$')"}]}
        odd: {type: string, x-kubernetes-validations: [{rule: self.size() == 3}]}
`;

const indent = (text: string, by: number): string => text.replace(/\n(?=.)/g, `\n${' '.repeat(by)}`);
const HEAD = 'kind: CustomResourceDefinition\nspec:\n  group: example.com\n  scope: Cluster\n  names: {kind: Thing}\n';
const V1 = `${HEAD}  versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:${indent(SCHEMA, 8)}`;
const V1BETA1 = `${HEAD}  version: v1\n  validation:\n    openAPIV3Schema:${indent(SCHEMA, 4)}`;

const crdOf = (text: string): Crd => parseCrds(text)[0] as Crd;
const thing = (spec: object, more: object = {}): object => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'a' },
  spec: { size: 1, ...spec },
  ...more,
});

describe.each([
  ['v1', crdOf(V1)],
  ['v1beta1', crdOf(V1BETA1)],
] as const)('a %s CRD', (_form, crd) => {
  const errors = validator(crd, 'example.com/v1');

  test.each<[string, object]>([
    ['nothing optional', {}],
    ['every format', { period: '1m0s', at: '2024-01-02T03:04:05Z', host: 'quay.io' }],
    ['an integer or a string', { port: 80 }],
    ['a string or an integer', { port: 'http' }],
    ['keys of a map', { labels: { any: 'thing' } }],
    ['fields of an open object', { free: { known: 'a', other: { deep: 1 } } }],
    ['null where it may be', { maybe: null }],
    ['an embedded object', { embedded: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} } }],
    ['a rule that holds', { network: { type: 'Internal', internal: {} } }],
  ])('takes %s', (_name, spec) => {
    expect(errors(thing(spec))).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['an unknown field', { sise: 2 }, 'spec: unknown field "sise"'],
    ['a field of an empty object', { empty: { a: 1 } }, 'spec.empty: unknown field "a"'],
    ['another type', { size: '1' }, 'spec.size: must be integer'],
    ['a number out of bounds', { size: 0 }, 'spec.size: must be >= 1'],
    ['a number beyond int32', { size: 2 ** 31 }, 'spec.size: must match format "int32"'],
    ['another value of an enum', { mode: 'c' }, 'spec.mode: must be one of ["a","b"]'],
    ['a broken pattern', { name: 'A' }, 'spec.name: must match pattern "^[a-z]+$"'],
    ['a long string', { name: 'abcd' }, 'spec.name: must NOT have more than 3 characters'],
    ['a duration without a unit', { period: '5' }, 'spec.period: must match format "duration"'],
    ['a date without a time', { at: '2024-01-02' }, 'spec.at: must match format "date-time"'],
    [
      'the same item twice',
      { ids: ['a', 'a'] },
      'spec.ids: must NOT have duplicate items (items ## 1 and 0 are identical)',
    ],
    [
      'the same key twice',
      { parts: [{ name: 'a' }, { name: 'a' }] },
      'spec.parts: must pass "x-kubernetes-list-map-keys" keyword validation',
    ],
    ['a wrong item', { parts: [{ nam: 'a' }] }, 'spec.parts[0]: unknown field "nam"'],
    ['neither integer nor string', { port: true }, 'spec.port: must be integer,string'],
    ['a wrong value in a map', { labels: { a: 1 } }, 'spec.labels.a: must be string'],
    ['a wrong known field of an open object', { free: { known: 1 } }, 'spec.free.known: must be string'],
    ['null where it may not be', { mode: null }, 'spec.mode: must be string'],
    [
      'a broken rule',
      { network: { internal: {} } },
      "spec.network: breaks the rule has(self.type) && self.type == 'Internal' ? true : !has(self.internal)",
    ],
    ['a broken match', { host: 'quayxio' }, "spec.host: breaks the rule self.matches('^[a-z]+\\\\.io$')"],
  ])('refuses %s', (_name, spec, error) => {
    expect(errors(thing(spec))).toContain(error);
  });

  test.each<[string, object, string]>([
    ['a missing field', { spec: {} }, "spec: must have required property 'size'"],
    ['another kind', { kind: 'Other' }, 'kind: must be "Thing"'],
    [
      'a namespace on a cluster-scoped object',
      { metadata: { name: 'a', namespace: 'b' } },
      'metadata: unknown field "namespace"',
    ],
    ['an unknown field of metadata', { metadata: { name: 'a', label: {} } }, 'metadata: unknown field "label"'],
    ['a status without a schema', { status: {} }, '(root): unknown field "status"'],
  ])('refuses %s', (_name, change, error) => {
    expect(errors(thing({}, change))).toContain(error);
  });

  test('names a rule it cannot evaluate, on a field that is set', () => {
    expect(notEvaluated(crd, 'example.com/v1', thing({}))).toEqual([]);
    expect(notEvaluated(crd, 'example.com/v1', thing({ odd: 'abc' }))).toEqual(['spec.odd: self.size() == 3']);
  });
});

describe('our own schemas', () => {
  const config = (spec: object): object => ({
    apiVersion: 'imageregistry.operator.openshift.io/v1',
    kind: 'Config',
    metadata: { name: 'cluster' },
    spec: { managementState: 'Managed', replicas: 1, ...spec },
  });
  const pruner = {
    apiVersion: 'imageregistry.operator.openshift.io/v1',
    kind: 'ImagePruner',
    metadata: { name: 'cluster' },
    spec: {},
  };

  test.each<[string, object, string, string[]]>([
    ['a field of its version', config({ storage: { s3: { trustedCA: { name: 'a' } } } }), '4.11', []],
    [
      'a later field',
      config({ storage: { s3: { trustedCA: { name: 'a' } } } }),
      '4.10',
      ['spec.storage.s3: unknown field "trustedCA"'],
    ],
    ['a field an old version requires', config({}), '4.5', ["spec: must have required property 'logging'"]],
    ['a kind that is not there yet', pruner, '4.3', ['ImagePruner exists from OpenShift 4.4 on']],
    ['a core kind', { apiVersion: 'v1', kind: 'Secret' }, '4.14', []],
    [
      'an unknown kind of a known group',
      { apiVersion: 'noobaa.io/v1alpha1', kind: 'NooBaa' },
      '4.14',
      ['crds/noobaa.io.yaml has no noobaa.io/v1alpha1 NooBaa'],
    ],
  ])('%s', (_name, object, version, errors) => {
    expect(ownErrors(object, version)).toEqual(errors);
  });
});
