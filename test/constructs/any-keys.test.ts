/** Keys that mean something to JavaScript are keys like any other, in every object and in a programmer's own app. */

import { ApiObject, Testing } from 'cdk8s';
import { AwsImageRegistry } from '../../src/constructs/clouds';
import { objectsOf, runCluster } from '../support/fleet';

const KEYS = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];
const map = Object.fromEntries(KEYS.map(key => [key, `of-${key}`]));
const of = (kind: string, settings: object) => {
  const found = objectsOf(JSON.stringify({ platform: 'baremetal', ...settings })).find(object => object.kind === kind);
  if (found === undefined) throw new Error(`there is no ${kind}`);
  return found;
};
const CLAIM = { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'shared' } };

test('labels and annotations', () => {
  const claim = of('PersistentVolumeClaim', { storage: CLAIM, metadata: { labels: map, annotations: map } });
  expect(claim.metadata).toMatchObject({ labels: map, annotations: map });
});

test('node selectors and labels that a selector matches', () => {
  const config = of('Config', {
    storage: CLAIM,
    registry: {
      nodeSelector: map,
      tolerations: [{ operator: 'Exists' }],
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'constructor',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: map },
        },
      ],
    },
  });
  expect(config.spec.nodeSelector).toEqual(map);
  expect(config.spec.topologySpreadConstraints[0].labelSelector.matchLabels).toEqual(map);
});

test('parameters of a class, where even __proto__ is a key', () => {
  const parameters = JSON.parse('{"__proto__": "p", "constructor": "c", "plain": "x"}');
  const storage = {
    pvc: { accessModes: ['ReadWriteMany'], storageClass: { name: 'files', provisioner: 'a.b', parameters } },
  };
  expect(JSON.stringify(of('StorageClass', { storage }).parameters)).toBe(
    '{"__proto__":"p","constructor":"c","plain":"x"}',
  );
});

test('a takeover holds its copy of the Config with them', () => {
  const { manifests } = runCluster(
    JSON.stringify({
      platform: 'gcp',
      registry: { nodeSelector: { constructor: 'x' }, tolerations: [{ operator: 'Exists' }] },
      storage: CLAIM,
      takeOver: { fields: ['nodeSelector'] },
    }),
  );
  const text = JSON.stringify(manifests);
  expect(text).toContain('constructor');
  expect(text).not.toContain('\\u0000');
});

test("in a programmer's own app", () => {
  const chart = Testing.chart();
  new AwsImageRegistry(chart, 'Registry', { openshift: '4.14', metadata: { annotations: { constructor: 'x' } } });
  const objects = chart.node.findAll().filter(ApiObject.isApiObject);
  expect(objects.length).toBeGreaterThan(0);
  for (const object of Testing.synth(chart)) expect(object.metadata.annotations).toMatchObject({ constructor: 'x' });
});
