import Ajv from 'ajv';
import type { Finding } from '../../src/findings/finding';
import { formatSarif } from '../../src/findings/format-sarif';
import { CATALOGUE } from '../../src/rules/catalogue';
import { EXAMPLE_FINDING } from '../support/example-finding';
import { runCluster } from '../support/fleet';
import { SARIF_SCHEMA } from '../support/sarif-schema';

const finding: Finding = { ...EXAMPLE_FINDING, place: { file: 'clusters/prod eu.yaml', line: 3, column: 5 } };
const TOOL = { version: '1.2.3', page: 'https://example.com/project' };
const validate = new Ajv({ strict: false }).compile(SARIF_SCHEMA);

/** The one run of a log that is valid. */
function runOf(findings: readonly Finding[]) {
  const log = JSON.parse(formatSarif(findings, CATALOGUE, TOOL));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

test('nothing found is a log without results', () => {
  expect(runOf([])).toMatchObject({
    results: [],
    tool: { driver: { name: 'registry-gitops', version: '1.2.3', informationUri: TOOL.page, rules: [] } },
  });
});

test('a finding in full', () => {
  const { results, tool } = runOf([finding]);
  expect(results).toEqual([
    {
      ruleId: 'PVC_RWO_REPLICAS',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'replicas is 2\nWhy: pods hang\nFix: write 1' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'clusters/prod%20eu.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 5 },
          },
          logicalLocations: [{ fullyQualifiedName: 'prod/registry.replicas' }],
        },
      ],
      partialFingerprints: { 'registryGitops/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
  ]);
  expect(tool.driver.rules).toEqual([
    expect.objectContaining({ id: 'PVC_RWO_REPLICAS', helpUri: TOOL.page, defaultConfiguration: { level: 'error' } }),
  ]);
  expect(tool.driver.rules[0].help.text).toContain('registry-gitops explain PVC_RWO_REPLICAS');
});

test.each([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
] as const)('%s is level %s', (severity, level) => {
  expect(runOf([{ ...finding, severity }]).results[0].level).toBe(level);
});

test('a fingerprint follows the finding when its line or value changes, and nothing else', () => {
  const print = (...findings: Finding[]): string[] =>
    runOf(findings).results.map(
      (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
    );
  const [before] = print(finding);
  expect(
    print({ ...finding, what: 'replicas is 3', place: { file: 'clusters/prod eu.yaml', line: 9, column: 1 } }),
  ).toEqual([before]);
  expect(print({ ...finding, clusters: ['test'] })).not.toEqual([before]);
  expect(print({ ...finding, path: ['registry'] })).not.toEqual([before]);
  expect(new Set(print(finding, finding)).size).toBe(2);
});

test('places: an absolute file, none at all, a code without a row', () => {
  const { place, clusters, ...rest } = finding;
  const { results, tool } = runOf([
    { ...finding, place: { file: '/srv/fleet.yaml', line: 1, column: 1 } },
    { ...rest, path: [], code: 'NOT_IN_THE_CATALOGUE' },
  ]);
  expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri: 'file:///srv/fleet.yaml' });
  expect(results[1].locations).toEqual([{}]);
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['NOT_IN_THE_CATALOGUE', 'PVC_RWO_REPLICAS']);
  for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
});

test('a real run gives a valid log with a rule for every result', () => {
  const { findings } = runCluster(
    'platform: vsphere\nregistry: {replicas: 0, readOnly: true}\nroutes: {default: true}',
  );
  const { results, tool } = runOf(findings);
  expect(results.length).toBe(findings.length);
  expect(results.length).toBeGreaterThan(2);
  for (const { shortDescription } of tool.driver.rules) expect(shortDescription.text).toMatch(/^[^a-z].*\.$/);
});
