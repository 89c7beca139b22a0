import { NODE_RULES } from '../../../src/rules/registry/nodes';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(NODE_RULES);
const of = (part: 'registry' | 'pruner', settings: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', [part]: settings }));
const role = (name: string): object => ({ [`node-role.kubernetes.io/${name}`]: '' });

describe.each(['registry', 'pruner'] as const)('%s', part => {
  test.each<[string, object, string[]]>([
    ['Linux', { nodeSelector: { 'kubernetes.io/os': 'linux' } }, []],
    ['Windows', { nodeSelector: { 'kubernetes.io/os': 'windows' } }, ['NODE_NOT_LINUX']],
    ['Windows by the old label', { nodeSelector: { 'beta.kubernetes.io/os': 'windows' } }, ['NODE_NOT_LINUX']],
    ['workers', { nodeSelector: role('worker') }, []],
    ['infra', { nodeSelector: role('infra') }, ['NODE_TAINT_NOT_TOLERATED']],
    [
      'infra, tolerated',
      { nodeSelector: role('infra'), tolerations: [{ key: 'node-role.kubernetes.io/infra', operator: 'Exists' }] },
      [],
    ],
    ['infra, all taints tolerated', { nodeSelector: role('infra'), tolerations: [{ operator: 'Exists' }] }, []],
    [
      'infra, another tolerated',
      { nodeSelector: role('infra'), tolerations: [{ key: 'dedicated', operator: 'Exists' }] },
      ['NODE_TAINT_NOT_TOLERATED'],
    ],
    [
      'control plane by its old name',
      {
        nodeSelector: role('control-plane'),
        tolerations: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }],
      },
      [],
    ],
    ['a value', { tolerations: [{ key: 'a', operator: 'Equal', value: 'b' }] }, []],
    ['no operator', { tolerations: [{ key: 'a', value: 'b' }] }, []],
    ['Exists with a value', { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }, ['TOLERATION_INVALID']],
    ['no key', { tolerations: [{ operator: 'Equal', value: 'b' }] }, ['TOLERATION_INVALID']],
    ['seconds', { tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }] }, []],
    [
      'seconds without NoExecute',
      { tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 5 }] },
      ['TOLERATION_INVALID'],
    ],
  ])('%s', (_, settings, expected) => expect(of(part, settings)).toEqual(expected));

  const node = (requirement: object): object => ({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] },
      },
    },
  });
  const infra = (...terms: readonly object[]): object => ({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: terms.map(term => ({ matchExpressions: [term] })),
        },
      },
    },
  });
  const INFRA = { key: 'node-role.kubernetes.io/infra', operator: 'Exists' };
  const WORKER = { key: 'node-role.kubernetes.io/worker', operator: 'Exists' };
  test.each<[string, object, string[]]>([
    ['infra by affinity', infra(INFRA), ['NODE_TAINT_NOT_TOLERATED']],
    ['infra or workers by affinity', infra(INFRA, WORKER), []],
    ['anything but infra', infra({ ...INFRA, operator: 'DoesNotExist' }), []],
    ['infra by affinity, tolerated', { ...infra(INFRA), tolerations: [{ operator: 'Exists' }] }, []],
  ])('%s', (_, settings, expected) => expect(of(part, settings)).toEqual(expected));
  const pods = (requirement: object): object => ({
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchExpressions: [requirement] } },
        ],
      },
    },
  });
  test.each<[string, object, string[]]>([
    ['In', node({ key: 'disk', operator: 'In', values: ['ssd'] }), []],
    ['In nothing', node({ key: 'disk', operator: 'NotIn', values: [] }), ['SELECTOR_VALUES']],
    ['Exists', pods({ key: 'disk', operator: 'Exists' }), []],
    ['Exists with values', pods({ key: 'disk', operator: 'Exists', values: ['ssd'] }), ['SELECTOR_VALUES']],
    ['Gt of nodes', node({ key: 'size', operator: 'Gt', values: ['5'] }), []],
    ['Gt of no number', node({ key: 'size', operator: 'Gt', values: ['big'] }), ['SELECTOR_VALUES']],
    ['Lt of two', node({ key: 'size', operator: 'Lt', values: ['1', '2'] }), ['SELECTOR_VALUES']],
    ['Gt of pods', pods({ key: 'size', operator: 'Gt', values: ['5'] }), ['SELECTOR_VALUES']],
  ])('comparison %s', (_, settings, expected) => expect(of(part, settings)).toEqual(expected));
});
