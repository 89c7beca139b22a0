/** The first line of every finding says what is wrong, with the value in it. */

import { join } from 'node:path';
import { App, Chart, YamlOutputType } from 'cdk8s';
import { AwsImageRegistry, ImageRegistry } from '../../src';
import { peersOf } from '../../src/constructs/peers';
import { sharedFilesOf } from '../../src/constructs/shared-files';
import type { Finding } from '../../src/findings/finding';
import { GENERAL_CODES, generalProblem } from '../../src/findings/general-codes';
import { MOST_OF_A_CODE, sortFindings } from '../../src/findings/sort';
import { prepareInPlugin } from '../../src/main';
import { ALL_RULES } from '../../src/rules/catalogue';
import { FLEET_RULES } from '../../src/rules/fleet/fleet';
import { exampleInputs } from '../support/example-inputs';
import { folderWith } from '../support/files';
import { dedent, type FleetRun, runCluster, runFleet } from '../support/fleet';
import { expectHeadlines, headlineFaults } from '../support/headline';

const rows = [
  ...ALL_RULES.map(rule => ({ rule, run: (yaml: string) => runCluster(yaml, exampleInputs()) })),
  ...FLEET_RULES.map(rule => ({ rule, run: (yaml: string) => runFleet(dedent(yaml)) })),
];

const headlines = (code: string, { findings }: FleetRun): readonly string[] =>
  findings.filter(finding => finding.code === code).map(({ what }) => what);

test.each(rows.map(row => [row.rule.code, row] as const))('%s says what is wrong', (code, { rule, run }) => {
  const found = headlines(code, run(rule.bad));
  expect(found).not.toEqual([]);
  expectHeadlines(found);
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
  ACCEPT_EXPIRED: accepted('code: PVC_SIZE_MIN, reason: small on purpose, until: "2020-02-29"').replace(
    ', accept',
    `${CLAIM}, accept`,
  ),
  NO_VALUE: fleet(', registry: {nodeSelector: {infra: }}'),
  FILE_UNREADABLE: fleet('', 'clusterFiles: [gone.yaml]'),
  LITERAL_CREDENTIAL: fleet(', storage: {s3: {password: example}}'),
};

test.each(Object.entries(GENERAL))('%s says what is wrong', (code, yaml) => {
  const found = headlines(code, runFleet(yaml));
  expect(found).not.toEqual([]);
  expectHeadlines(found);
});

/** What the plugin of Argo CD finds in a fleet. */
function inPlugin(yaml: string): readonly Finding[] {
  const folder = folderWith({ 'fleet.yaml': yaml });
  return prepareInPlugin(join(folder, 'fleet.yaml'), false).findings;
}

/** The registry of a cluster that its fleet file does not have. */
function unknownCluster(): readonly Finding[] {
  const file = join(folderWith({ 'fleet.yaml': fleet('') }), 'fleet.yaml');
  return ImageRegistry.fromFleetFile(new Chart(new App(), 'b'), 'registry', { file, cluster: 'b' }).findings;
}

function twoRegistries(): readonly Finding[] {
  const chart = new Chart(new App(), 'a');
  const [, second] = ['one', 'two'].map(id => new AwsImageRegistry(chart, id, { openshift: '4.14' }));
  return second === undefined ? [] : peersOf(second, other => other instanceof AwsImageRegistry);
}

function oneFileForTwo(): readonly Finding[] {
  const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  const registry = new AwsImageRegistry(new Chart(app, 'a'), 'registry', { openshift: '4.14' });
  for (const project of ['shop', 'web']) registry.grantPull(project, { group: 'developers' });
  return sharedFilesOf(registry);
}

/** More findings of one code than are listed. */
const tooMany = (more: number): readonly Finding[] =>
  sortFindings(
    Array.from({ length: MOST_OF_A_CODE + more }, (_, index) => generalProblem('UNKNOWN_KEY', [index], 'a')),
  );

const SECRET_MODE =
  ', storage: {s3: {bucket: a-b-c, region: eu-west-1}}, credentials: {secret: {env: {REGISTRY_STORAGE_S3_ACCESSKEY: A, REGISTRY_STORAGE_S3_SECRETKEY: B}}}';

/** Mistakes that need more than a fleet file. */
const WITH_MORE: Readonly<Record<string, () => readonly Finding[]>> = {
  PLUGIN_PATH: () => inPlugin(fleet('', 'clusterFiles: [/etc/*.yaml]')),
  PLUGIN_SECRET: () => inPlugin(fleet(SECRET_MODE)),
  UNKNOWN_CLUSTER: unknownCluster,
  REGISTRY_TWICE: twoRegistries,
  FILE_TWICE: oneFileForTwo,
  FINDINGS_LIMIT: () => [...tooMany(1), ...tooMany(5)],
};

test.each(Object.entries(WITH_MORE))('%s says what is wrong', (code, run) => {
  const found = run().filter(finding => finding.code === code);
  expect(found).not.toEqual([]);
  expectHeadlines(found.map(({ what }) => what));
});

test('every general code has an example', () => {
  const missing = GENERAL_CODES.filter(({ code }) => !(code in GENERAL) && !(code in WITH_MORE));
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
  '1 more findings are UNKNOWN_KEY, and are not listed',
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
