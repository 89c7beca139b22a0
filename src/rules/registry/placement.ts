/** Where the registry's and the pruner's pods run, and what they ask for. */

import type { TopologySpreadConstraint } from '../../config/shape/affinity';
import { type Hit, hitIf, type Rule } from '../rule';

const SPREAD = ['registry', 'topologySpreadConstraints'];
const POD_LABEL = { key: 'docker-registry', value: 'default' };

const spreadEmpty: Rule = {
  code: 'SPREAD_EMPTY',
  severity: 'error',
  title: 'the list of spread constraints is empty',
  why: 'an empty list means "no spread" only until the operator writes its object: then the list is gone and its own constraints return',
  fix: 'leave topologySpreadConstraints out, or write a constraint with whenUnsatisfiable: ScheduleAnyway',
  source: 'openshift/api imageregistry/v1, omitempty',
  bad: `
    platform: aws
    registry: {topologySpreadConstraints: []}`,
  good: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {docker-registry: default}}`,
  check: ({ config }) =>
    hitIf(config.registry?.topologySpreadConstraints?.length === 0, () => ({
      path: SPREAD,
      what: 'topologySpreadConstraints is an empty list',
    })),
};

const spreadSelector: Rule = {
  code: 'SPREAD_SELECTOR',
  severity: 'warning',
  title: 'a spread constraint does not count the registry pods',
  why: 'pods are spread only among those the selector finds; without a match the constraint has no effect',
  fix: 'write labelSelector: {matchLabels: {docker-registry: default}}',
  source: 'operator pkg/resource/podtemplatespec.go',
  bad: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway}`,
  good: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {docker-registry: default}}`,
  check: ({ config }) =>
    constraints(config.registry?.topologySpreadConstraints)
      .filter(({ constraint }) => !countsRegistryPods(constraint))
      .map(({ constraint, index }) => ({
        path: [...SPREAD, index],
        what: `the constraint on ${constraint.topologyKey} has no selector for docker-registry: default`,
      })),
};

const constraints = (list: readonly TopologySpreadConstraint[] = []) =>
  list.map((constraint, index) => ({ constraint, index }));

function countsRegistryPods({ labelSelector }: TopologySpreadConstraint): boolean {
  const { matchLabels = {}, matchExpressions = [] } = labelSelector ?? {};
  if (labelSelector === undefined) return false;
  const { [POD_LABEL.key]: label = POD_LABEL.value, ...others } = matchLabels;
  const fits = matchExpressions.every(({ key, operator, values = [] }) => {
    if (key !== POD_LABEL.key) return operator === 'NotIn' || operator === 'DoesNotExist';
    if (operator === 'In') return values.includes(POD_LABEL.value);
    return operator === 'NotIn' ? !values.includes(POD_LABEL.value) : operator === 'Exists';
  });
  return label === POD_LABEL.value && Object.keys(others).length === 0 && fits;
}

const spreadDuplicate: Rule = {
  code: 'SPREAD_DUPLICATE',
  severity: 'error',
  acceptable: false,
  title: 'two spread constraints have the same key and the same whenUnsatisfiable',
  why: 'the API server refuses the pods, and the registry is not rolled out',
  fix: 'keep one of the two',
  source: 'kubernetes pkg/apis/core/validation, topologySpreadConstraints',
  bad: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - &host
          maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {docker-registry: default}}
        - *host`,
  good: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {docker-registry: default}}`,
  check: ({ config }) => {
    const all = config.registry?.topologySpreadConstraints ?? [];
    const same = (a: TopologySpreadConstraint, b: TopologySpreadConstraint): boolean =>
      a.topologyKey === b.topologyKey && a.whenUnsatisfiable === b.whenUnsatisfiable;
    return constraints(all)
      .filter(({ constraint, index }) => all.slice(0, index).some(earlier => same(earlier, constraint)))
      .map(({ constraint, index }) => ({
        path: [...SPREAD, index],
        what: `${constraint.topologyKey} with ${constraint.whenUnsatisfiable} stands twice`,
      }));
  },
};

const minDomains: Rule = {
  code: 'SPREAD_MIN_DOMAINS',
  severity: 'error',
  acceptable: false,
  title: 'minDomains is not positive, or stands without DoNotSchedule',
  why: 'the API server refuses the pods, and the registry is not rolled out',
  fix: 'write 1 or more together with whenUnsatisfiable: DoNotSchedule, or leave minDomains out',
  source: 'kubernetes pkg/apis/core/validation, topologySpreadConstraints',
  bad: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - maxSkew: 1
          minDomains: 3
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {docker-registry: default}}`,
  good: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - maxSkew: 1
          minDomains: 3
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {docker-registry: default}}`,
  check: ({ config }) =>
    constraints(config.registry?.topologySpreadConstraints).flatMap(({ constraint, index }): readonly Hit[] => {
      const { minDomains: least, whenUnsatisfiable } = constraint;
      if (least === undefined || (least > 0 && whenUnsatisfiable === 'DoNotSchedule')) return [];
      const path = [...SPREAD, index, 'minDomains'];
      return [{ path, what: `minDomains is ${least}, with whenUnsatisfiable ${whenUnsatisfiable}` }];
    }),
};

const defaultLost: Rule = {
  code: 'SPREAD_DEFAULT_LOST',
  severity: 'warning',
  title: "a nodeSelector takes away the operator's own spread",
  why: 'with a nodeSelector the operator no longer spreads the pods over hosts and zones',
  fix: 'add topologySpreadConstraints, for example by host and by zone',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {nodeSelector: {node-role.kubernetes.io/worker: ""}}`,
  good: `
    platform: aws
    registry:
      nodeSelector: {node-role.kubernetes.io/worker: ""}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {docker-registry: default}}`,
  check: ({ model }) => {
    const { nodeSelector, topologySpreadConstraints, replicas = 0 } = model.registry ?? {};
    const lost = nodeSelector !== undefined && topologySpreadConstraints === undefined && replicas > 1;
    return hitIf(lost, () => ({
      path: ['registry', 'nodeSelector'],
      what: `nodeSelector is set, topologySpreadConstraints is not, and there are ${replicas} replicas`,
    }));
  },
};

const spreadReplaces: Rule = {
  code: 'SPREAD_REPLACES',
  severity: 'info',
  title: "spread constraints of one's own replace all of the operator's",
  why: 'by itself the operator spreads by host, by worker label and, where nodes have zones, by zone',
  fix: 'nothing, if the list says all that is wanted',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {docker-registry: default}}`,
  good: `
    platform: aws`,
  check: ({ model }) =>
    hitIf(model.registry?.topologySpreadConstraints !== undefined, () => ({
      path: SPREAD,
      what: `the constraints given, ${model.registry?.topologySpreadConstraints?.length}, replace those of the operator`,
    })),
};

const affinityLost: Rule = {
  code: 'AFFINITY_DEFAULT_LOST',
  severity: 'warning',
  title: 'an affinity takes away the rule that two pods run on two hosts',
  why: 'with two replicas the operator keeps its pods apart only where no affinity is said; both may then die with one node',
  fix: 'add podAntiAffinity on kubernetes.io/hostname for docker-registry: default',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {replicas: 2, affinity: {}}`,
  good: `
    platform: aws
    registry:
      replicas: 2
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: {matchLabels: {docker-registry: default}}`,
  check: ({ model }) => {
    const { affinity, replicas } = model.registry ?? {};
    return hitIf(replicas === 2 && affinity !== undefined && affinity.podAntiAffinity === undefined, () => ({
      path: ['registry', 'affinity'],
      what: 'affinity is set without podAntiAffinity, and there are 2 replicas',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const PLACEMENT_RULES: readonly Rule[] = [
  spreadEmpty,
  spreadSelector,
  spreadDuplicate,
  minDomains,
  defaultLost,
  spreadReplaces,
  affinityLost,
];
