/** What a fleet writes of a cluster is, to the letter, what cdk8s writes of its construct. Random clusters: `test/properties`. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkFleet } from '../../src/fleet/check-fleet';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { readInputs } from '../../src/load/read-inputs';
import { buildManifests, definitionsOf } from '../../src/manifests/build-manifests';
import type { RegistryModel } from '../../src/model/model';
import { resolve } from '../../src/model/resolve';
import { filesOf } from '../../src/output/manifest-file';
import { ALL_RULES } from '../../src/rules/catalogue';
import { constructedOf } from '../support/constructed';
import { exampleInputs } from '../support/example-inputs';
import { dedent } from '../support/fleet';

function expectSame(model: RegistryModel): void {
  const [written, constructed] = [buildManifests(model), constructedOf(model)];
  expect(written).toEqual(constructed);
  const files = filesOf({ folder: 'clusters', manifests: constructed });
  const definitions = definitionsOf(model);
  const filesAs = (cluster: string): unknown => filesOf({ folder: 'clusters', definitions, cluster });
  expect(filesAs(model.name)).toEqual(files);
  // A cluster with the very same objects, at the same positions and at others, is given what was written for the one before.
  filesAs('other');
  filesOf({ folder: 'clusters', definitions: [...definitions].reverse(), cluster: 'reversed' });
  expect(filesAs(model.name)).toEqual(files);
}

test('for every good example', () => {
  for (const { good } of ALL_RULES)
    expectSame(resolve({ name: 'example', openshift: '4.14', ...parse(dedent(good)) }, exampleInputs()));
});

const EXAMPLES = join(__dirname, '..', 'examples');

test.each(readdirSync(EXAMPLES))('for every cluster of the example %s', example => {
  const models = [...modelsOf(checkFleet(loadFleet(join(EXAMPLES, example, 'fleet.yaml')), readInputs()), [])];
  expect(models).not.toEqual([]);
  for (const model of models) expectSame(model);
});

test('where keys mean something to JavaScript', () => {
  const odd = JSON.parse('{"__proto__": "p", "constructor": "c", "toString": "t"}');
  const storageClass = { name: 'files', provisioner: 'a.b', parameters: odd };
  const model = resolve({
    name: 'example',
    platform: 'aws',
    openshift: '4.14',
    metadata: { labels: odd, annotations: odd },
    registry: { nodeSelector: odd },
    storage: { pvc: { accessModes: ['ReadWriteMany'], storageClass } },
    takeOver: { fields: ['nodeSelector'] },
    access: { viewers: [{ project: 'shop', groups: ['developers'] }] },
  });
  expectSame(model);
  expect(JSON.stringify(buildManifests(model))).toContain('"__proto__":"p"');
});

test('where two Jobs are in one namespace, which is made once', () => {
  const model = resolve({
    name: 'example',
    platform: 'aws',
    openshift: '4.14',
    baseDomain: 'example.com',
    storage: { odf: { noobaa: { bucketName: 'registry', trustedCA: { ingressCA: true } } } },
    credentials: { bucketClaim: { job: {} } },
  });
  expectSame(model);
  const kinds = buildManifests(model).map(({ kind }) => kind);
  expect(kinds.filter(kind => kind === 'Namespace' || kind === 'Job')).toEqual(['Namespace', 'Job', 'Job']);
});
