/** The first line of every finding says what is wrong, with the value in it. */

import { GENERAL_CODES } from '../../src/findings/general-codes';
import { ALL_RULES } from '../../src/rules/catalogue';
import { FLEET_RULES } from '../../src/rules/fleet/fleet';
import { exampleInputs } from '../support/example-inputs';
import { dedent, type FleetRun, runCluster, runFleet } from '../support/fleet';
import { headlineFaults } from '../support/headline';

const rows = [
  ...ALL_RULES.map(rule => ({ rule, run: (yaml: string) => runCluster(yaml, exampleInputs()) })),
  ...FLEET_RULES.map(rule => ({ rule, run: (yaml: string) => runFleet(dedent(yaml)) })),
];

const headlines = (code: string, { findings }: FleetRun): readonly string[] =>
  findings.filter(finding => finding.code === code).map(({ what }) => what);

test.each(rows.map(row => [row.rule.code, row] as const))('%s says what is wrong', (code, { rule, run }) => {
  const found = headlines(code, run(rule.bad));
  expect(found).not.toEqual([]);
  expect(found.flatMap(what => headlineFaults(what).map(fault => `${what}: ${fault}`))).toEqual([]);
});

/** A fleet of one cluster, and more keys of the fleet. */
const fleet = (cluster: string, more = ''): string =>
  `clusters: [{name: a, platform: aws, openshift: "4.14"${cluster}}]\n${more}`;
const accepted = (entry: string): string => fleet(`, accept: [{${entry}}]`);
const CLAIM = ', storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs, size: 50Gi}}';

/** Fleets with a mistake that no rule finds. */
const GENERAL: Readonly<Record<string, string>> = {
  YAML_SYNTAX: 'clusters: [{name: a\n',
  YAML_DUPLICATE_KEY: fleet(', platform: gcp'),
  YAML_LIMIT: `a: ${'['.repeat(200)}\n`,
  FLEET_EMPTY: '',
  FLEET_DOCUMENTS: `${fleet('')}---\nclusters: []\n`,
  FLEET_IS_OBJECT: 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n',
  CLUSTER_FILES_NO_MATCH: fleet('', 'clusterFiles: [none/*.yaml]'),
  UNKNOWN_KEY: fleet(', registri: {}'),
  WRONG_TYPE: fleet(', registry: {replicas: two}'),
  UNKNOWN_VALUE: fleet(', topology: double'),
  VALUE_MISSING: 'clusters: [{name: a, openshift: "4.14"}]',
  OUT_OF_RANGE: fleet(
    ', registry: {topologySpreadConstraints: [{maxSkew: 0, topologyKey: a, whenUnsatisfiable: DoNotSchedule}]}',
  ),
  VERSION_NOT_QUOTED: 'clusters: [{name: a, platform: aws, openshift: 4.14}]',
  HTTP_SECRET: fleet(', registry: {httpSecret: example}'),
  OPERATOR_FIELD: fleet(', registry: {observedConfig: {}}'),
  FIELD_ELSEWHERE: fleet(', registry: {storage: {}}'),
  PLACEHOLDER: fleet(', baseDomain: CHANGE_ME.example.com'),
  TOO_MANY_KEYS: fleet(
    `, metadata: {labels: {${Array.from({ length: 1001 }, (_, index) => `a${index}: b`).join(', ')}}}`,
  ),
  UNKNOWN_PROFILE: fleet(', profiles: [infra]'),
  ACCEPT_UNKNOWN: accepted('code: PVC_SIZE_MINN, reason: small on purpose'),
  ACCEPT_REFUSED: accepted('code: CLUSTER_NAME, reason: small on purpose'),
  REASON_PLACEHOLDER: accepted('code: PVC_SIZE_MIN, reason: todo').replace(', accept', `${CLAIM}, accept`),
  ACCEPT_UNTIL: accepted('code: PVC_SIZE_MIN, reason: small on purpose, until: "2027-02-29"').replace(
    ', accept',
    `${CLAIM}, accept`,
  ),
  ACCEPT_UNUSED: accepted('code: PVC_SIZE_MIN, reason: small on purpose'),
};

test.each(Object.entries(GENERAL))('%s says what is wrong', (code, yaml) => {
  const found = headlines(code, runFleet(yaml));
  expect(found).not.toEqual([]);
  expect(found.flatMap(what => headlineFaults(what).map(fault => `${what}: ${fault}`))).toEqual([]);
});

/** What needs more than a fleet file, and is looked at where it is tested. */
const ELSEWHERE: readonly string[] = [
  'FILE_UNREADABLE',
  'LITERAL_CREDENTIAL',
  'PLUGIN_SECRET',
  'PLUGIN_PATH',
  'UNKNOWN_CLUSTER',
  'REGISTRY_TWICE',
  'FINDINGS_LIMIT',
  'ACCEPT_EXPIRED',
];

test('every general code has a fleet, or is listed', () => {
  const missing = GENERAL_CODES.filter(({ code }) => !(code in GENERAL) && !ELSEWHERE.includes(code));
  expect(missing.map(({ code }) => code)).toEqual([]);
});

test.each([
  'storage is emptyDir',
  'the zone is "az1"',
  'the zone is "not here"',
  'size is 50Gi, and the claim is "registry"',
  'the size is below 100Gi.',
  'volume size undefined is below 100Gi',
  'the schedule needs 5 fields, but has 1 fields',
  'not '.repeat(50).trim(),
  '',
])('"%s" is no headline', what => {
  expect(headlineFaults(what)).not.toEqual([]);
});

test.each(['volume size 50Gi is below the 100Gi minimum for production', 'replicas is -1, but must not be negative'])(
  '"%s" is one',
  what => {
    expect(headlineFaults(what)).toEqual([]);
  },
);
