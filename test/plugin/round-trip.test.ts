/** What this package makes is in order for its own validation plugin, whichever cluster of the example fleet it is for. */

import { join } from 'node:path';
import { NO_INPUTS } from '../../src/config/inputs';
import type { Cluster } from '../../src/config/shape/cluster';
import { checkFleet } from '../../src/fleet/check-fleet';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { readInputs } from '../../src/load/read-inputs';
import { buildManifests } from '../../src/manifests/build-manifests';
import { validate } from '../support/validation';

const INPUTS = { ...readInputs(), now: NO_INPUTS.now };
const CHECKED = checkFleet(loadFleet(join(__dirname, '..', '..', 'fleet.yaml')), INPUTS);
const MODELS = [...modelsOf(CHECKED, [])].map(model => [model.name, model] as const);

test('there are clusters', () => expect(MODELS.length).toBeGreaterThan(15));

test.each(MODELS)('%s', async (name, model) => {
  const { index = -1 } = CHECKED.clusters.find(cluster => cluster.name === name) ?? {};
  const cluster = CHECKED.loaded.clusters[index]?.merged();
  expect(cluster).toMatchObject({ name, platform: model.platform });
  const { platform, environment, topology, baseDomain, ingressDomain, bootstrapStorage, takeOver, accept } =
    cluster as unknown as Cluster;
  const told = { platform, environment, topology, baseDomain, ingressDomain, bootstrapStorage, takeOver, accept };
  const props = { ...told, openshift: model.openshift };
  const { status, violations, codes } = await validate(buildManifests(model), props);
  expect(violations.filter(({ recommendation }) => !recommendation.endsWith('continues)'))).toEqual([]);
  expect(status).toBe('success');
  expect(codes).not.toContain('TAKEOVER_BY_HAND');
});
