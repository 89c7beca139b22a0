import fc from 'fast-check';
import { Config } from '../../imports/imageregistry.operator.openshift.io';
import { Bucket as NamespacedBucket } from '../../imports/s3.aws.m.upbound.io';
import { Bucket } from '../../imports/s3.aws.upbound.io';
import { type Definition, define, definePlain } from '../../src/manifests/common/definition';
import { k8s } from '../../src/manifests/common/k8s';
import { type Manifest, ofCluster } from '../../src/manifests/common/manifest';
import { CLUSTER_LABEL } from '../../src/manifests/common/metadata';
import { quantities } from '../../src/manifests/common/resources';
import { nameText, textAround } from '../../src/output/text-around';
import { type Json, toYaml } from '../../src/output/yaml';

/** The text around the name, with the name, is that of the object with its label. */
const expectSame = (manifest: Manifest, cluster: string): void =>
  expectSameOf(definePlain(manifest.metadata.name, manifest), cluster);

function expectSameOf(definition: Definition, cluster: string): void {
  const { before, after } = textAround(definition);
  const whole = ofCluster(definition.manifest(), cluster) as unknown as Json;
  expect(before + nameText(cluster) + after).toBe(toYaml(whole));
}

const object = (metadata: object): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', ...metadata },
});

test.each([
  ['without labels', {}],
  ['with none', { labels: {} }],
  ['with labels before and after that of the cluster', { labels: { a: 'b', z: 'y' } }],
  ['with that of another cluster', { labels: { [CLUSTER_LABEL]: 'other', a: 'b' } }],
  ['with labels that come first in an object', { labels: { kind: 'a', apiVersion: 'b', metadata: 'c' } }],
  ['with a label that has the place for a text', { labels: { a: '\0', '\0': 'a' }, annotations: { a: '\0b' } }],
  ['with keys that mean something to JavaScript', { labels: JSON.parse('{"__proto__": "a", "constructor": "b"}') }],
  ['with other parts of metadata', { labels: { a: 'b' }, generation: 1, deleted: undefined, finalizers: ['a'] }],
])('%s', (_, metadata) => {
  for (const cluster of ['one', '1e3', 'no', 'a: b']) expectSame(object(metadata), cluster);
});

test('whatever texts it has', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('\0', '\n', ' ', 'a', '"', ':') }));
  const map = fc.dictionary(text, text, { maxKeys: 4 });
  fc.assert(
    fc.property(map, map, map, text, (labels, annotations, data, cluster) => {
      expectSame({ ...object({ labels, annotations }), data } as Manifest, cluster);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('of objects one after the other, whatever they differ in', () => {
  const text = fc.oneof(
    fc.constantFrom('a', 'b', '', 'true', '10', 'a\nb', 'a\n', ' \n', '\0'),
    fc.string({ unit: fc.constantFrom('\n', ' ', 'a', '"') }),
  );
  const { value } = fc.letrec<{ value: Json; list: Json; map: Json }>(tie => ({
    value: fc.oneof({ maxDepth: 3 }, text, fc.constantFrom(1, 2, true, null, undefined), tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc.dictionary(fc.constantFrom('a', 'b', 'kind', 'apiVersion', '__proto__'), tie('value'), { maxKeys: 3 }),
  }));
  fc.assert(
    fc.property(
      value,
      fc.array(text, { minLength: 1, maxLength: 5 }),
      fc.dictionary(text, text),
      (spec, all, labels) => {
        for (const [index, other] of all.entries()) {
          const name = all[index - 1] ?? 'name';
          // The same but for some texts, each time others, and now and then a value of another kind.
          const changed = changedTexts(spec, known => (known === 'a' || known === 'a\nb' ? other : known));
          expectSame({ ...object({ name, labels }), spec: changed } as Manifest, name);
          expectSame({ ...object({ name }), spec: index === 2 ? other : changed } as Manifest, name);
        }
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});

function changedTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(item => changedTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const items = Object.entries(value).map(([key, item]) => [key, changedTexts(item, change)]);
  return Object.fromEntries(items);
}

test('texts that differ are written where they stand, and nothing else of the object before', () => {
  const of = (name: string, spec: Json): Manifest => ({ ...object({ name, namespace: 'texts' }), spec }) as Manifest;
  for (const [name, spec] of [
    ['one', { list: ['a', ['b', { key: 'c', text: 'd' }], {}, []], text: 'e', number: 1 }],
    ['two', { list: ['A', ['B', { key: 'C', text: 'no' }], {}, []], text: 'e\nf', number: 1 }],
    ['three', { list: ['', ['1', { key: 'c', text: 'd' }], {}, []], text: 'e', number: 1 }],
    ['three', { list: ['', ['1', { key: 'c', text: 'd' }], {}, []], text: 'e', number: 2 }],
    ['three', { list: ['', ['1', { key: 'c', text: 'd' }], {}, []], text: 1, number: 2 }],
    ['four', { list: ['', ['1', { key: 'c', text: 'd' }], {}], text: undefined, number: 2 }],
    ['five', { list: ['', ['1', { key: 'c', text: 'd' }], {}], text: 'there', number: 2 }],
    ['six', ['a', 'b']],
    ['seven', { 0: 'c', 1: 'b' }],
    ['eight', ['a', 'b']],
    ['nine', 'a text'],
  ] as readonly (readonly [string, Json])[])
    expectSame(of(name, spec), name);
});

test('objects of classes, whatever texts, quantities and absent values they are given', () => {
  const text = fc.constantFrom('a', 'b', '1', 'a\nb', '');
  const absent = fc.constantFrom(undefined, null);
  const given = fc.record({
    name: text,
    size: fc.constantFrom('1Gi', '2Gi'),
    volumeName: fc.oneof(text, absent),
    modes: fc.oneof(fc.array(text, { maxLength: 2 }), absent),
    // Only the class itself writes an object that is no plain one, and a map that is a text.
    data: fc.oneof(
      fc.dictionary(text, text),
      text.map(value => new Odd(value)),
      text,
      absent,
    ),
    key: fc.oneof(text, fc.integer({ max: 2, min: 0 })),
  });
  fc.assert(
    fc.property(fc.array(given, { minLength: 2, maxLength: 6 }), all => {
      for (const { name, size, volumeName, modes, data, key } of all) {
        const metadata = { name, namespace: 'classes' };
        const storage = { s3: { bucket: name, keyId: key, region: volumeName } };
        const requests = { storage: quantity(size), cpu: k8s.Quantity.fromString(size) };
        const definitions = [
          define(Config, 'Config', { metadata, spec: { storage } as never }),
          define(k8s.KubeConfigMap, 'ConfigMap', { metadata, data: data as never }),
          define(k8s.KubePersistentVolumeClaim, 'Claim', {
            metadata,
            spec: { accessModes: modes, volumeName, resources: { requests } } as never,
          }),
        ];
        for (const definition of definitions) expectSameOf(definition, name);
      }
    }),
    { seed: 5, numRuns: 500 },
  );
});

class Odd {
  public constructor(public readonly text: string) {}
}

const quantity = quantities(k8s.Quantity.fromString);

test('kinds of two API groups that are given the same', () => {
  for (const name of ['one', 'two', 'three']) {
    const given = { metadata: { name, namespace: 'groups' }, spec: { forProvider: { region: name } } };
    const [bucket, other] = [define(Bucket, 'Bucket', given), define(NamespacedBucket, 'Bucket', given)];
    for (const definition of [bucket, other, bucket]) expectSameOf(definition, name);
  }
});

test('objects of any number of namespaces', () => {
  for (let index = 0; index < 300; index += 1) {
    const namespace = `n-${index % 150}`;
    expectSame(object({ namespace, name: `o-${index}` }), namespace);
  }
});

test('objects that differ in texts are written once', () => {
  const write = jest.fn((props: unknown) => props as Manifest);
  for (const name of ['one', 'two', 'three', 'four']) {
    const manifest = object({ name });
    textAround({ ...definePlain('', manifest), source: { kind: 'ConfigMap', props: manifest, write } });
  }
  // For the second one there is a pattern, which the others fit.
  expect(write).toHaveBeenCalledTimes(1);
  expect(quantity('1Gi')).toBe(quantities(k8s.Quantity.fromString)('1Gi'));
});
