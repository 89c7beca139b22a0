/** Whole numbers that the API keeps in 32 bits: a larger one is refused at its place, not by the API server. */

import { runCluster } from '../support/fleet';

const CLAIM = 'platform: vsphere\nstorage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}\n';
const SPREAD =
  'topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {docker-registry: default}}';

test.each([
  ['replicas', (value: number) => `registry: {replicas: ${value}}`],
  ['maxSkew', (value: number) => `registry: {topologySpreadConstraints: [{maxSkew: ${value}, ${SPREAD}}]}`],
  [
    'minDomains',
    (value: number) => `registry: {topologySpreadConstraints: [{maxSkew: 1, minDomains: ${value}, ${SPREAD}}]}`,
  ],
  ['successfulJobsHistoryLimit', (value: number) => `pruner: {successfulJobsHistoryLimit: ${value}}`],
  ['failedJobsHistoryLimit', (value: number) => `pruner: {failedJobsHistoryLimit: ${value}}`],
])('%s', (_, settings) => {
  expect(runCluster(CLAIM + settings(2_147_483_647)).codes).not.toContain('OUT_OF_RANGE');
  expect(runCluster(CLAIM + settings(2_147_483_648)).codes).toContain('OUT_OF_RANGE');
});
