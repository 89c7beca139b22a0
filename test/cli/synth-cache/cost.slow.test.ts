/** What a run of `synth-cache.ts` costs where nothing changed: at most a tenth of a run that builds everything. */

import { folderWith } from '../../support/files';
import { fleetOf, tenLines } from '../../support/large-fleets';
import { countedCli } from '../../support/measured-cli';

/** Steps of the first run of a fleet, and of the next one. */
function costs(clusters: number): { readonly cold: number; readonly again: number } {
  const folder = folderWith({ 'fleet.yaml': fleetOf(clusters, tenLines) });
  const cold = countedCli(folder, ['synth']);
  const again = countedCli(folder, ['synth']);
  expect([cold.status, again.status]).toEqual([0, 0]);
  expect(again.stderr).toContain('0 changed, 0 added, 0 removed');
  return { cold: cold.steps, again: again.steps };
}

test('nothing changed in 500 clusters', () => {
  const start = costs(1);
  const { cold, again } = costs(500);
  expect(again - start.again).toBeLessThan((cold - start.cold) / 10);
});
