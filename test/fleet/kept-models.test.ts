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

test('no model is kept where nothing is built', () => {
  const loaded = loadFleet('fleet.yaml', {
    ...DISK,
    text: () => 'clusters: [{name: a, platform: aws, openshift: "4.14"}]',
  });
  expect(checkFleet(loaded, testInputs(), { infos: true }).models.take(0)).toBeDefined();
  expect(checkFleet(loaded, testInputs(), { infos: true, checksOnly: true }).models.take(0)).toBeUndefined();
});

test('all models are kept as they are, and share what is equal where there are many of a platform', () => {
  const models = new KeptModels();
  const modelNumber = (index: number): RegistryModel =>
    resolve({ name: `a-${index}`, platform: index % 2 ? 'aws' : 'gcp', pruner: { keepTagRevisions: 5 } });
  const count = 2_000;
  for (let index = 0; index < count; index += 1) models.keep(index, modelNumber(index));
  const kept = Array.from({ length: count }, (_, index) => models.take(index));
  const { checkedAt: _, ...first } = modelNumber(0);
  expect(kept[0]).toMatchObject(first);
  kept.forEach((model, index) => {
    const { checkedAt: _now, ...same } = modelNumber(index);
    expect(model).toMatchObject(same);
  });
  expect(kept[1_800]?.pruner).toBe(kept[1_802]?.pruner);
  expect(kept[1_800]?.pruner).not.toBe(kept[1_801]?.pruner);
});
