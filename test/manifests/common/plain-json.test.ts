/** What is written of an object by the short way is what the object itself writes. */

import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { parse } from 'yaml';
import { Config } from '../../../imports/imageregistry.operator.openshift.io';
import { judge } from '../../../src/fleet/check-cluster';
import { k8s } from '../../../src/manifests/common/k8s';
import { plainJson } from '../../../src/manifests/common/plain-json';
import { defineRegistry } from '../../../src/manifests/define-registry';
import type { RegistryModel } from '../../../src/model/model';
import { type Json, toYaml } from '../../../src/output/yaml';
import { ALL_RULES } from '../../../src/rules/catalogue';
import { exampleInputs } from '../../support/example-inputs';
import { dedent } from '../../support/fleet';

const chartOf = (): Chart => new Chart(new App(), 'Cluster');

/** How often `toJson` of cdk8s ran for the text of these objects. */
function same(objects: readonly ApiObject[]): number {
  const long = jest.spyOn(ApiObject.prototype, 'toJson');
  const texts = objects.map(object => toYaml(plainJson(object) as Json));
  const calls = long.mock.calls.length;
  long.mockRestore();
  expect(texts).toEqual(objects.map(object => toYaml(object.toJson() as Json)));
  return calls;
}

const models = (yaml: string): RegistryModel[] => {
  const model = judge({ name: 'example', openshift: '4.14', ...parse(dedent(yaml)) }, exampleInputs()).model;
  return model === undefined ? [] : [model];
};

test('of every object of every good example, and of most of them without cdk8s', () => {
  let [all, long] = [0, 0];
  for (const model of ALL_RULES.flatMap(({ good }) => models(good))) {
    const chart = chartOf();
    defineRegistry(chart, model);
    const objects = chart.node.findAll().filter(ApiObject.isApiObject);
    all += objects.length;
    long += same(objects);
  }
  expect(all).toBeGreaterThan(500);
  expect(long / all).toBeLessThan(0.2);
});

const metadata = { name: 'one', namespace: 'two', labels: { a: 'b' } };

test.each<[string, number, (chart: Chart) => ApiObject]>([
  [
    'a list that is made late',
    0,
    chart => binding(chart, Lazy.any({ produce: () => [{ kind: 'User', name: 'ann' }] })),
  ],
  [
    'labels and annotations of later',
    0,
    chart => {
      const object = binding(chart, []);
      object.metadata.addLabel('c', 'd');
      object.metadata.addAnnotation('e', 'f');
      return object;
    },
  ],
  [
    'a patch',
    1,
    chart => {
      const object = binding(chart, []);
      object.addJsonPatch(JsonPatch.add('/metadata/labels/g', 'h'));
      return object;
    },
  ],
  [
    'a finalizer',
    1,
    chart => {
      const object = binding(chart, []);
      object.metadata.addFinalizers('example.com/wait');
      return object;
    },
  ],
  [
    'nothing and empty things',
    0,
    chart => new Config(chart, 'c', { metadata: {}, spec: { proxy: {}, tolerations: [] } as never }),
  ],
  [
    'a quantity',
    0,
    chart => new k8s.KubeResourceQuota(chart, 'q', { metadata, spec: { hard: { cpu: k8s.Quantity.fromNumber(2) } } }),
  ],
  ['an object without a class', 1, chart => new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'A', metadata })],
  ['other metadata', 1, chart => new k8s.KubeConfigMap(chart, 'm', { metadata: { ...metadata, generateName: 'x' } })],
])('%s', (_, calls, define) => {
  expect(same([define(chartOf())])).toBe(calls);
});

const binding = (chart: Chart, subjects: k8s.Subject[]): ApiObject =>
  new k8s.KubeRoleBinding(chart, 'b', { metadata, roleRef: { apiGroup: 'g', kind: 'k', name: 'n' }, subjects });

test('what cdk8s refuses to write is refused', () => {
  const object = new k8s.KubeConfigMap(chartOf(), 'm', { data: { day: new Date(0) as never } });
  expect(() => plainJson(object)).toThrow(/can't render non-simple object/);
});
