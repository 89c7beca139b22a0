import { runFleet } from '../support/fleet';

const found = (yaml: string): readonly string[] =>
  runFleet(yaml)
    .findings.filter(({ code }) => code === 'NO_VALUE')
    .map(({ place, fix }) => `${place?.line}:${place?.column} ${fix}`);

const fleet = (settings: string): string => `
  defaults:
    openshift: "4.18"
    registry: {nodeSelector: {kubernetes.io/os: linux}}
  profiles:
    infra: {pruner: {suspend: true}}
  clusters:
    - name: prod
      platform: aws
      profiles: [infra]
      ${settings}
`;

test.each<[settings: string, ...found: string[]]>([
  ['registry: {replicas: 3}'],
  // what is set below is removed
  ['registry: {nodeSelector: null}'],
  ['registry: {nodeSelector: {kubernetes.io/os: }}'],
  ['pruner: {suspend: null}'],
  ['pruner: null'],
  // nothing is set below
  ['registry: {nodeSelector: {node-role.kubernetes.io/infra: }}', '10:31 write node-role.kubernetes.io/infra: ""'],
  ['metadata: {labels: {team: }}', '10:25 write team: ""'],
  ['storage:', '10:5 write the value, or remove the key'],
  ['credentials: {existingSecret: }', '10:19 write existingSecret: {}'],
  ['pruner: {keepTagRevisions: null}', '10:14 write the value, or remove the key'],
  // lists replace each other, so nothing is below
  ['registry: {tolerations: [{operator: Exists, effect: }]}', '10:49 write the value, or remove the key'],
  // one mistake, one finding
  ['openshift: null\n      accept: [{code: X, reason: }]'],
])('a cluster with %s', (settings, ...expected) => {
  expect(found(fleet(settings))).toEqual(expected);
});

test('a map that is empty because of it is not reported too', () => {
  const { codes } = runFleet(`
    clusters:
      - {name: a, platform: aws, openshift: "4.18", registry: {nodeSelector: {node-role.kubernetes.io/infra: }}}
  `);
  expect(codes.filter(code => /VALUE/.test(code))).toEqual(['NO_VALUE']);
});

test('defaults are below everything, and say it once for all clusters', () => {
  const { findings } = runFleet(`
    defaults: {openshift: "4.18", registry: {nodeSelector: {node-role.kubernetes.io/infra: }}}
    clusters: [{name: a, platform: aws}, {name: b, platform: aws}]
  `);
  expect(findings.map(({ code, clusters, place }) => [code, clusters, place?.line])).toContainEqual([
    'NO_VALUE',
    ['a', 'b'],
    1,
  ]);
});
