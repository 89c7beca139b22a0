import { ACCESS_RULES } from '../../../src/rules/access/access';
import { runCluster } from '../../support/fleet';

const OURS = new Set(ACCESS_RULES.map(({ code }) => code));
const said = (access: string, platform = 'aws'): readonly string[] =>
  runCluster(`{platform: ${platform}, access: ${access}}`)
    .findings.filter(({ code }) => OURS.has(code))
    .map(({ code, severity, what }) => `${severity} ${code}: ${what}`);

test.each<[string, readonly string[]]>([
  ['{viewers: [{project: team-a, users: [ann], groups: ["system:authenticated"]}], metrics: [{user: prometheus}]}', []],
  ['{editors: [{project: "team/a", users: [ann]}]}', ['error ACCESS_PROJECT: project "team/a" is not a DNS label']],
  ['{editors: [{project: team-a}]}', ['warning ACCESS_NOBODY: the grant has no user, group or service account']],
  ['{metrics: [{users: []}]}', ['warning ACCESS_NOBODY: the grant has no user, group or service account']],
  [
    '{imageBuilders: [{project: team-a, serviceAccounts: [builder, a/b/c, ci/ok]}]}',
    [
      'error ACCESS_SERVICE_ACCOUNT: service account "builder" is not namespace/name',
      'error ACCESS_SERVICE_ACCOUNT: service account "a/b/c" is not namespace/name',
    ],
  ],
  [
    '{viewers: [{project: team-a, users: ["system:admin"]}]}',
    ['warning ACCESS_USER_COLON: user "system:admin" must not contain a colon'],
  ],
  ['{metrics: [{user: "a:b"}]}', ['warning ACCESS_USER_COLON: user "a:b" must not contain a colon']],
  [
    '{bindings: [{role: "system:registry", project: team-a, users: [ann]}, {role: view, project: team-a, users: [ann]}]}',
    ['warning ACCESS_SYSTEM_REGISTRY: role system:registry is only for the registry itself'],
  ],
  ['{serviceMonitor: false}', []],
  [
    '{serviceMonitor: true}',
    [
      'warning METRICS_READ_TWICE: serviceMonitor would scrape the registry twice: the operator has a ServiceMonitor already',
    ],
  ],
])('%s', (access, expected) => {
  expect(said(access)).toEqual(expected);
});

test('on ROSA no ServiceMonitor is made, and that is said', () => {
  expect(said('{serviceMonitor: true}', 'rosa')).toEqual([
    'error METRICS_READ_TWICE: serviceMonitor is true, but on rosa the registry is not managed here',
  ]);
});
