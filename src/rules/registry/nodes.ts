/** Nodes that the pods of the registry, of the pruner and of our Jobs choose: labels, taints and comparisons. */

import type { Affinity } from '../../config/shape/affinity';
import type { Toleration } from '../../config/shape/kubernetes';
import type { LabelRequirement } from '../../config/shape/selectors';
import type { ConfigPath } from '../../findings/finding';
import type { Hit, Rule, RuleInput } from '../rule';
import { type Found, valuesAtAny } from '../walk';

const PARTS = ['registry', 'pruner', 'jobs'] as const;

/** The label of the operating system, and its old name, which nodes still have. */
const OS_LABELS = ['kubernetes.io/os', 'beta.kubernetes.io/os'];

const windows: Rule = {
  code: 'NODE_NOT_LINUX',
  severity: 'error',
  title: 'the nodeSelector selects nodes that do not run Linux',
  why: 'the operator keeps the label, and the image runs on Linux only: the pods never start',
  fix: 'remove kubernetes.io/os from the nodeSelector; the operator adds linux by itself',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {replicas: 1, nodeSelector: {kubernetes.io/os: windows}}`,
  good: `
    platform: aws
    registry: {replicas: 1, nodeSelector: {kubernetes.io/os: linux}}`,
  check: ({ config }) =>
    PARTS.flatMap((part): readonly Hit[] => {
      const selector = config[part]?.nodeSelector ?? {};
      return OS_LABELS.filter(label => Object.hasOwn(selector, label) && selector[label] !== 'linux').map(label => ({
        path: [part, 'nodeSelector', label],
        what: `the pods run on Linux only, but ${label} is "${selector[label]}"`,
      }));
    }),
};

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Roles whose nodes carry a taint of the same name, by custom or from the installer. */
const TAINTED = [
  'node-role.kubernetes.io/infra',
  'node-role.kubernetes.io/master',
  'node-role.kubernetes.io/control-plane',
];

const noTolerations: Rule = {
  code: 'NODE_TAINT_NOT_TOLERATED',
  severity: 'warning',
  title: 'the pods do not tolerate the usual taint of the nodes they are sent to',
  why: 'infrastructure and control plane nodes usually have a taint: the pods stay Pending',
  fix: 'add a toleration, for example {key: node-role.kubernetes.io/infra, operator: Exists}',
  source: 'OpenShift documentation, moving resources to infrastructure machine sets',
  bad: `
    platform: aws
    registry: {replicas: 1, nodeSelector: {node-role.kubernetes.io/infra: ""}}`,
  good: `
    platform: aws
    registry:
      replicas: 1
      nodeSelector: {node-role.kubernetes.io/infra: ""}
      tolerations: [{key: node-role.kubernetes.io/infra, operator: Exists}]`,
  check: ({ config }) =>
    PARTS.flatMap(part => {
      const { nodeSelector = {}, tolerations = [] } = config[part] ?? {};
      const affinity = part === 'jobs' ? undefined : config[part]?.affinity;
      const missing = TAINTED.filter(role => !tolerates(tolerations, role));
      const hit = (by: ConfigPath, role: string): Hit => {
        return { path: [part, ...by], what: `${part}.${by[0]} selects ${role}, but no toleration matches its taint` };
      };
      const selected = missing.filter(role => Object.hasOwn(nodeSelector, role));
      const required = missing.filter(role => !selected.includes(role) && requires(affinity, role));
      return [
        ...selected.map(role => hit(['nodeSelector', role], role)),
        ...required.map(role => hit(['affinity', 'nodeAffinity', REQUIRED], role)),
      ];
    }),
};

/** Whether every term of the affinity requires the role; one that does not allows other nodes. */
function requires(affinity: Affinity | undefined, role: string): boolean {
  const terms = affinity?.nodeAffinity?.[REQUIRED]?.nodeSelectorTerms ?? [];
  const asks = ({ key, operator }: LabelRequirement): boolean => key === role && ['In', 'Exists'].includes(operator);
  return terms.length > 0 && terms.every(({ matchExpressions = [] }) => matchExpressions.some(asks));
}

/** Whether any toleration matches the taint; master and control-plane are two names of one role. */
function tolerates(tolerations: readonly Toleration[], role: string): boolean {
  const names = role.endsWith('infra') ? [role] : TAINTED.slice(1);
  return tolerations.some(({ key, operator }) =>
    key === undefined || key === '' ? operator === 'Exists' : names.includes(key),
  );
}

const toleration: Rule = {
  code: 'TOLERATION_INVALID',
  severity: 'error',
  acceptable: false,
  title: 'a toleration contradicts itself',
  why: 'the operator passes tolerations on as they are, and the API server refuses the pods',
  fix: 'remove value, or write operator: Equal; a toleration without key needs Exists; tolerationSeconds needs effect: NoExecute',
  source: 'kubernetes pkg/apis/core/validation ValidateTolerations',
  bad: `
    platform: aws
    registry: {tolerations: [{key: dedicated, operator: Exists, value: registry}]}`,
  good: `
    platform: aws
    registry: {tolerations: [{key: dedicated, operator: Equal, value: registry}]}`,
  check: ({ config }) =>
    valuesAtAny(config, ['registry.tolerations.*', 'pruner.tolerations.*', 'jobs.tolerations.*']).flatMap(
      ({ path, value }): readonly Hit[] => {
        const what = contradiction(value as Toleration);
        return what === undefined ? [] : [{ path, what }];
      },
    ),
};

function contradiction({ key, operator, value, effect, tolerationSeconds }: Toleration): string | undefined {
  if (operator === 'Exists' && value) return `operator Exists takes no value, but value is "${value}"`;
  if (!key && operator !== 'Exists') return 'a toleration without key needs operator Exists';
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') return 'tolerationSeconds needs effect NoExecute';
  return undefined;
}

const requirement: Rule = {
  code: 'SELECTOR_VALUES',
  severity: 'error',
  acceptable: false,
  title: 'a label selector has values that its operator does not take',
  why: 'the API server refuses the pods, and the registry is not rolled out',
  fix: 'write values for In and NotIn, none for Exists and DoesNotExist, and one whole number for Gt and Lt, which compare labels of nodes only',
  source: 'kubernetes pkg/apis/core/validation, apimachinery labels',
  bad: `
    platform: aws
    registry:
      replicas: 1
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In}]}]`,
  good: `
    platform: aws
    registry:
      replicas: 1
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In, values: [ssd]}]}]`,
  check: input => requirementsOf(input).flatMap(requirementHit),
};

/** Every requirement of an affinity or a selector. */
function requirementsOf({ config }: RuleInput): readonly Found[] {
  const roots = [
    'registry.affinity',
    'pruner.affinity',
    'registry.topologySpreadConstraints.*.labelSelector',
    'storage.pvc.volume.nodeAffinity',
    'storage.odf.cephfs.volume.nodeAffinity',
  ];
  const within = ({ path, value }: Found): readonly Found[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([step, item]): readonly Found[] => {
      const found = { path: [...path, Array.isArray(value) ? Number(step) : step], value: item };
      return (step === 'matchExpressions' || step === 'matchFields') && Array.isArray(item)
        ? item.map((requirement, index) => ({ path: [...found.path, index], value: requirement }))
        : within(found);
    });
  };
  return valuesAtAny(config, roots).flatMap(within);
}

function requirementHit({ path, value }: Found): readonly Hit[] {
  const { key, operator, values = [] } = value as LabelRequirement;
  const what = (text: string): readonly Hit[] => [{ path, what: `${operator} on "${key}" ${text}` }];
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? what('needs values') : [];
    case 'Exists':
    case 'DoesNotExist':
      return values.length > 0 ? what('takes no values') : [];
    default:
      if (!path.includes('nodeAffinity')) return what('cannot compare labels of pods');
      return values.length === 1 && /^-?\d+$/.test(values[0] ?? '') ? [] : what('needs one whole number');
  }
}

/** In the order they are listed in the documentation. */
export const NODE_RULES: readonly Rule[] = [windows, noTolerations, toleration, requirement];
