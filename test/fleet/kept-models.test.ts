/** The model that a cluster is built from is the one that was checked, or the same again. */

import { type CheckedFleet, checkFleet } from '../../src/fleet/check-fleet';
import { KeptModels } from '../../src/fleet/kept-models';
import { modelOf } from '../../src/fleet/models';
import { DISK } from '../../src/load/files';
import { loadFleet } from '../../src/load/load-fleet';
import type { RegistryModel } from '../../src/model/model';
import { resolve } from '../../src/model/resolve';
import { dedent, testInputs } from '../support/fleet';

const checkedOf = (yaml: string): CheckedFleet =>
  checkFleet(loadFleet('fleet.yaml', { ...DISK, text: () => dedent(yaml) }), testInputs());

const modelIn = (checked: CheckedFleet): RegistryModel => {
  const [cluster] = checked.clusters;
  if (cluster === undefined) throw new Error('there is no cluster');
  return modelOf(checked, cluster);
};

test('the model of a check is given once, and then resolved again', () => {
  const checked = checkedOf(`
    clusters:
      - {name: a, platform: aws, openshift: "4.14", storage: {s3: {bucket: acme, region: eu-west-1}}}`);
  const kept = checked.models.take(0);
  expect(kept?.name).toBe('a');
  expect(checked.models.take(0)).toBeUndefined();
  expect(modelIn(checked)).toEqual(kept);
});

test('the model of a configuration that is not in order is not kept: it is that of a reading of it', () => {
  const checked = checkedOf(`
    clusters:
      - {name: a, platform: aws, openshift: "4.14", registry: {replicas: many}}`);
  expect(checked.models.take(0)).toBeUndefined();
});

test('some thousand models are kept', () => {
  const models = new KeptModels();
  const model = resolve({ name: 'a', platform: 'aws' });
  for (let index = 0; index < 3_000; index += 1) models.keep(index, model);
  const kept = Array.from({ length: 3_000 }, (_, index) => models.take(index)).filter(one => one === model);
  expect(kept).toHaveLength(2_000);
});
