/** `registry.topologySpreadConstraints`: constraints that have an effect, and that the API server accepts. */

import type { TopologySpreadConstraint } from '../../config/shape/affinity';
import { repeated } from '../../values/repeated';
import { type Hit, hitIf, type Rule } from '../rule';

const SPREAD = ['registry', 'topologySpreadConstraints'];
const POD_LABEL = { key: 'docker-registry', value: 'default' };

const spreadEmpty: Rule = {
  code: 'SPREAD_EMPTY',
  severity: 'error',
  title: 'the list of spread constraints is empty',
  why: 'an empty list means "no spread" only until the operator writes the object: then the list is gone, and the operator adds its own constraints again',
  fix: 'remove topologySpreadConstraints, or write a constraint with whenUnsatisfiable: ScheduleAnyway',
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
      what: 'topologySpreadConstraints is an empty list, which the operator drops',
    })),
};

const spreadSelector: Rule = {
  code: 'SPREAD_SELECTOR',
  severity: 'warning',
  title: 'a spread constraint does not select the registry pods',
  why: 'pods are spread only among those that the selector matches; without a match the constraint has no effect',
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
    const again = repeated(all, ({ topologyKey, whenUnsatisfiable }) =>
      JSON.stringify([topologyKey, whenUnsatisfiable]),
    );
    return constraints(all)
      .filter(({ index }) => again.has(index))
      .map(({ constraint, index }) => ({
        path: [...SPREAD, index],
        what: `${constraint.topologyKey} with ${constraint.whenUnsatisfiable} is listed twice`,
      }));
  },
};

const minDomains: Rule = {
  code: 'SPREAD_MIN_DOMAINS',
  severity: 'error',
  acceptable: false,
  title: 'minDomains is not positive, or is set without DoNotSchedule',
  why: 'the API server refuses the pods, and the registry is not rolled out',
  fix: 'write 1 or more and whenUnsatisfiable: DoNotSchedule, or remove minDomains',
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
      const fault = least > 0 ? `cannot be used with ${whenUnsatisfiable}` : 'must be 1 or more';
      return [{ path, what: `minDomains ${least} ${fault}` }];
    }),
};

/** In the order they are listed in the documentation. */
export const PLACEMENT_RULES: readonly Rule[] = [spreadEmpty, spreadSelector, spreadDuplicate, minDomains];
