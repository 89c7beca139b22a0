import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { Config } from '../../../imports/imageregistry.operator.openshift.io';
import { buildManifests } from '../../../src/manifests/build-manifests';
import { type Definition, define, definePlain } from '../../../src/manifests/common/definition';
import { writtenByFields } from '../../../src/manifests/common/fields';
import { k8s } from '../../../src/manifests/common/k8s';
import { resolve } from '../../../src/model/resolve';
import { ALL_RULES } from '../../../src/rules/catalogue';
import { exampleInputs } from '../../support/example-inputs';
import { dedent } from '../../support/fleet';

jest.mock('../../../src/manifests/common/fields', () => ({
  writtenByFields: jest.fn(jest.requireActual('../../../src/manifests/common/fields').writtenByFields),
}));

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

test('no class has to run for any good example', () => {
  const written = jest.mocked(writtenByFields);
  written.mockClear();
  for (const { good } of ALL_RULES)
    buildManifests(resolve({ name: 'example', openshift: '4.14', ...parse(dedent(good)) }, exampleInputs()));
  expect(written.mock.calls.length).toBeGreaterThan(ALL_RULES.length);
  const left = written.mock.calls.filter((_, call) => written.mock.results[call]?.value === undefined);
  expect(left.map(([{ kind }]) => kind)).toEqual([]);
});
