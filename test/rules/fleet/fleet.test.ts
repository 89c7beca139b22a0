import { join } from 'node:path';
import { NO_INPUTS } from '../../../src/config/inputs';
import { checkFleet } from '../../../src/fleet/check-fleet';
import { loadFleet } from '../../../src/load/load-fleet';
import { FLEET_RULES } from '../../../src/rules/fleet/fleet';
import { folderWith } from '../../support/files';
import { runFleet } from '../../support/fleet';

const OURS = ['CLUSTER_DUPLICATE', 'PROFILE_UNUSED', 'NO_CLUSTERS'];
const cluster = (name: string, more = ''): string => `{name: ${name}, platform: aws, openshift: "4.14"${more}}`;
const clusters = (...each: readonly string[]): string => `clusters:\n${each.map(item => `  - ${item}\n`).join('')}`;

test.each<[string, readonly string[]]>([
  [clusters(cluster('a'), cluster('b')), []],
  [clusters(cluster('a'), cluster('a')), ['CLUSTER_DUPLICATE 3']],
  [clusters(cluster('a'), cluster('a'), cluster('a')), ['CLUSTER_DUPLICATE 3', 'CLUSTER_DUPLICATE 4']],
  [`${clusters(cluster('a'))}profiles: {p: {}}`, ['PROFILE_UNUSED 3']],
  [`${clusters(cluster('a', ', profiles: [p]'))}profiles: {p: {}}`, []],
  ['clusters: []', ['NO_CLUSTERS 1']],
])('%s', (yaml, expected) => {
  const findings = runFleet(yaml).findings.filter(({ code }) => OURS.includes(code));
  expect(findings.map(({ code, place }) => `${code} ${place?.line}`)).toEqual(expected);
});

test('a name that is there twice is reported with the place of the first', () => {
  const fleet = folderWith({
    'fleet.yaml': `${clusters(cluster('a'), cluster('b'))}clusterFiles: [clusters/*.yaml]\n`,
    'clusters/one.yaml': `# first\n${cluster('c')}\n---\n${cluster('b')}\n`,
    'clusters/two.yaml': `${cluster('c')}\n`,
  });
  const { findings } = checkFleet(loadFleet(join(fleet, 'fleet.yaml')), NO_INPUTS);
  const what = findings
    .filter(({ code }) => code === 'CLUSTER_DUPLICATE')
    .map(each => each.what.replaceAll(fleet, '.'));
  expect(what.sort()).toEqual([
    'another cluster already has the name "b": ./fleet.yaml:3',
    'another cluster already has the name "c": ./clusters/one.yaml:2',
  ]);
});

test('the rules of other files are in the list', () => {
  expect(FLEET_RULES.map(({ code }) => code)).toEqual(expect.arrayContaining([...OURS, 'STORAGE_SHARED']));
});
