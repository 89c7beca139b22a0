import { BACKEND_NAMES } from '../../../src/facts/backends';
import { runCluster } from '../../support/fleet';

const findings = (settings: string, code: string) =>
  runCluster(settings)
    .findings.filter(finding => finding.code === code)
    .map(({ path, what }) => [path?.join('.'), what]);

const PVC = 'storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}';
const BACKENDS = BACKEND_NAMES.filter(backend => backend !== 'pvc')
  .map(backend => `storage.${backend}`)
  .join(', ');

test('TAKEOVER_JOB says why, where, and what goes', () => {
  expect(findings(`{platform: aws, ${PVC}}`, 'TAKEOVER_JOB')).toEqual([
    [
      'storage.pvc',
      `AWS gives the registry storage of its own, and git says pvc: Job registry-takeover in namespace registry-bootstrap applies the Config, and removes ${BACKENDS}`,
    ],
  ]);
});

test('TAKEOVER_JOB on request: keys of maps, or nothing', () => {
  const registry = 'registry: {nodeSelector: {infra: ""}, tolerations: [{operator: Exists}]}';
  const what = (fields: string): string | undefined =>
    findings(`{platform: baremetal, ${PVC}, ${registry}, takeOver: {fields: [${fields}]}}`, 'TAKEOVER_JOB')[0]?.[1];
  expect(what('nodeSelector')).toMatch(/^takeOver asks for it: .* removes other keys of nodeSelector$/);
  expect(what('tolerations')).toMatch(/removes nothing$/);
});

test.each<[string, string]>([
  ['httpSecret', '"httpSecret" cannot be taken over.'],
  ['logLevel', '"logLevel" cannot be taken over.'],
  ['toleration', '"toleration" cannot be taken over. Did you mean "tolerations"?'],
])('TAKEOVER_FIELD: %s', (field, what) => {
  expect(findings(`{platform: aws, ${PVC}, takeOver: {fields: [${field}]}}`, 'TAKEOVER_FIELD')).toEqual([
    ['takeOver.fields.0', what],
  ]);
});

test.each<[string, string]>([
  ['{managementState: Unmanaged}', 'takeOver names tolerations, and the registry is Unmanaged'],
  ['{managementState: Removed}', 'takeOver names tolerations, and the registry is Removed'],
])('TAKEOVER_IDLE: registry %s', (registry, what) => {
  const settings = `{platform: baremetal, ${PVC}, registry: ${registry}, takeOver: {fields: [tolerations]}}`;
  expect(findings(settings, 'TAKEOVER_IDLE')).toEqual([['takeOver.fields', what]]);
});
