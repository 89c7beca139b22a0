import { App, Chart } from 'cdk8s';
import { Config } from '../../../imports/imageregistry.operator.openshift.io';
import { type Definition, define, definePlain } from '../../../src/manifests/common/definition';
import { k8s } from '../../../src/manifests/common/k8s';

const metadata = { name: 'one', namespace: 'two', labels: { a: 'b' } };

test.each<[string, Definition]>([
  [
    'nothing, at any depth, and empty things',
    define(Config, 'c', {
      metadata: { name: 'cluster', namespace: undefined },
      spec: { proxy: {}, tolerations: [], nodeSelector: { a: undefined, b: null }, logLevel: null } as never,
    }),
  ],
  ['a quantity', define(k8s.KubeResourceQuota, 'q', { metadata, spec: { hard: { cpu: k8s.Quantity.fromNumber(2) } } })],
  ['an object without a class', definePlain('a', { apiVersion: 'v1', kind: 'A', metadata })],
])('%s: as plain data the same as its construct writes', (_, definition) => {
  const object = definition.construct(new Chart(new App(), 'Cluster'));
  expect(definition.manifest()).toStrictEqual(object.toJson());
});
