import { PLACEMENT_RULES } from '../../../src/rules/registry/placement';
import { QUANTITY_RULES } from '../../../src/rules/registry/quantities';
import { SPREAD_DEFAULT_RULES } from '../../../src/rules/registry/spread-defaults';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf([...PLACEMENT_RULES, ...SPREAD_DEFAULT_RULES, ...QUANTITY_RULES]);
const registry = (settings: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', registry: settings }));
const HOST = {
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { 'docker-registry': 'default' } },
};
const spread = (...list: object[]): readonly string[] =>
  registry({ topologySpreadConstraints: list }).filter(code => code !== 'SPREAD_REPLACES');

test('a list of its own is pointed out', () => {
  expect(registry({ topologySpreadConstraints: [HOST] })).toEqual(['SPREAD_REPLACES']);
  expect(registry({})).toEqual([]);
});

test.each<[string, object[], string[]]>([
  ['by host', [HOST], []],
  ['by host and zone', [HOST, { ...HOST, topologyKey: 'topology.kubernetes.io/zone' }], []],
  ['by host, both ways', [HOST, { ...HOST, whenUnsatisfiable: 'ScheduleAnyway' }], []],
  ['empty', [], ['SPREAD_EMPTY']],
  ['twice the same', [HOST, HOST], ['SPREAD_DUPLICATE']],
  ['no selector', [{ ...HOST, labelSelector: undefined }], ['SPREAD_SELECTOR']],
  ['another value', [{ ...HOST, labelSelector: { matchLabels: { 'docker-registry': 'other' } } }], ['SPREAD_SELECTOR']],
  ['another label', [{ ...HOST, labelSelector: { matchLabels: { app: 'registry' } } }], ['SPREAD_SELECTOR']],
  [
    'one label too many',
    [{ ...HOST, labelSelector: { matchLabels: { 'docker-registry': 'default', app: 'x' } } }],
    ['SPREAD_SELECTOR'],
  ],
  [
    'by expression',
    [
      {
        ...HOST,
        labelSelector: { matchExpressions: [{ key: 'docker-registry', operator: 'In', values: ['default'] }] },
      },
    ],
    [],
  ],
  [
    'by existence',
    [{ ...HOST, labelSelector: { matchExpressions: [{ key: 'docker-registry', operator: 'Exists' }] } }],
    [],
  ],
  [
    'everything else',
    [
      {
        ...HOST,
        labelSelector: { matchExpressions: [{ key: 'docker-registry', operator: 'NotIn', values: ['default'] }] },
      },
    ],
    ['SPREAD_SELECTOR'],
  ],
  [
    'absence',
    [{ ...HOST, labelSelector: { matchExpressions: [{ key: 'docker-registry', operator: 'DoesNotExist' }] } }],
    ['SPREAD_SELECTOR'],
  ],
  ['minDomains', [{ ...HOST, minDomains: 3 }], []],
  ['minDomains of none', [{ ...HOST, minDomains: 0 }], ['SPREAD_MIN_DOMAINS']],
  ['minDomains as a wish', [{ ...HOST, minDomains: 3, whenUnsatisfiable: 'ScheduleAnyway' }], ['SPREAD_MIN_DOMAINS']],
])('constraints: %s', (_, list, expected) => expect(spread(...list)).toEqual(expected));

const APART = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } };
test.each<[string, object, string[]]>([
  ['a nodeSelector', { nodeSelector: { a: 'b' } }, ['SPREAD_DEFAULT_LOST']],
  ['a nodeSelector for one pod', { nodeSelector: { a: 'b' }, replicas: 1 }, []],
  ['an empty affinity', { affinity: {} }, ['AFFINITY_DEFAULT_LOST']],
  ['an empty affinity for three pods', { affinity: {}, replicas: 3 }, []],
  ['an affinity that keeps pods apart', { affinity: APART }, []],
  ['empty resources', { resources: {} }, ['RESOURCES_EMPTY']],
  ['empty requests', { resources: { requests: {} } }, ['RESOURCES_EMPTY']],
  ['limits alone', { resources: { limits: { memory: '1Gi' } } }, []],
])('%s', (_, settings, expected) => expect(registry(settings)).toEqual(expected));

test('empty resources of the pruner', () => {
  expect(codes('platform: aws\npruner: {resources: {}}')).toEqual(['RESOURCES_EMPTY']);
});

test.each([
  ['4.4', 'accept this, or remove nodeSelector; topologySpreadConstraints exists from OpenShift 4.11'],
  ['4.5', 'add affinity.podAntiAffinity on kubernetes.io/hostname'],
  ['4.10', 'add affinity.podAntiAffinity on kubernetes.io/hostname'],
  ['4.11', 'add topologySpreadConstraints, for example'],
])('on %s the fix is what the version takes: %s', (openshift, fix) => {
  const registry = { nodeSelector: { 'node-role.kubernetes.io/worker': '' } };
  const { findings } = runCluster(JSON.stringify({ platform: 'aws', openshift, registry }));
  expect(findings.find(({ code }) => code === 'SPREAD_DEFAULT_LOST')?.fix).toContain(fix);
});

test('before there were constraints, an affinity keeps the pods apart', () => {
  const podAntiAffinity = {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { 'docker-registry': 'default' } } },
    ],
  };
  const registry = { nodeSelector: { 'node-role.kubernetes.io/worker': '' }, affinity: { podAntiAffinity } };
  const lost = (openshift: string): boolean =>
    codes(JSON.stringify({ platform: 'aws', openshift, registry })).includes('SPREAD_DEFAULT_LOST');
  expect([lost('4.10'), lost('4.11')]).toEqual([false, true]);
});
