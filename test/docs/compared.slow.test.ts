/** What README.md says of the mistakes that the API server would let pass. */

import { join } from 'node:path';
import { checkFleet } from '../../src/fleet/check-fleet';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { buildManifests } from '../../src/manifests/build-manifests';
import { ALL_RULES } from '../../src/rules/catalogue';
import { exampleInputs } from '../support/example-inputs';
import { folderWith } from '../support/files';
import { asFleet } from '../support/fleet';
import { fileOf } from '../support/generated';
import { ownErrors } from '../support/own-schema';

/** How many errors the schemas find in the objects of a configuration, or undefined where no objects can be built. */
function schemaErrors(cluster: string): number | undefined {
  const file = join(folderWith({ 'fleet.yaml': asFleet(cluster) }), 'fleet.yaml');
  const version = /openshift: "([^"]+)"/.exec(cluster)?.[1] ?? '4.14';
  try {
    const models = [...modelsOf(checkFleet(loadFleet(file), exampleInputs()), [])];
    const objects = models.flatMap(model => buildManifests(model));
    return objects.length === 0 ? undefined : objects.flatMap(object => ownErrors(object, version)).length;
  } catch {
    return undefined;
  }
}

test('1 in 20 of about 250 mistakes is refused by a schema', () => {
  const mistakes = ALL_RULES.filter(({ severity }) => severity !== 'info').map(({ bad }) => schemaErrors(bad));
  const built = mistakes.filter(errors => errors !== undefined);
  const refused = built.filter(errors => errors > 0);
  expect(built.length).toBeGreaterThan(225);
  expect(built.length).toBeLessThan(300);
  expect(Math.round(built.length / refused.length / 5) * 5).toBe(20);
  expect(fileOf('README.md').replaceAll(/\s+/g, ' ')).toContain(
    '(about 250), the schemas of the API server refuse 1 in 20.',
  );
});
