import fc from 'fast-check';
import { type Manifest, ofCluster } from '../../src/manifests/common/manifest';
import { CLUSTER_LABEL } from '../../src/manifests/common/metadata';
import { nameText, textAround } from '../../src/output/text-around';
import { type Json, toYaml } from '../../src/output/yaml';

/** The text around the name, with the name, is that of the object with its label. */
function expectSame(manifest: Manifest, cluster: string): void {
  const { before, after } = textAround(manifest);
  expect(before + nameText(cluster) + after).toBe(toYaml(ofCluster(manifest, cluster) as unknown as Json));
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
