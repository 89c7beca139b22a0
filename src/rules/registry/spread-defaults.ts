/** How the operator spreads its pods by default, and what disables that. */

import { firstVersionOf, hasField } from '../../facts/api-fields';
import { hitIf, type Rule } from '../rule';

const SPREAD_FIELD = ['spec', 'topologySpreadConstraints'];

const defaultLost: Rule = {
  code: 'SPREAD_DEFAULT_LOST',
  severity: 'warning',
  title: "a nodeSelector disables the operator's own spread constraints",
  why: 'with a nodeSelector the operator no longer spreads the pods over hosts and zones: the registry may go down with one node',
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
    const { nodeSelector, topologySpreadConstraints, affinity, replicas = 0 } = model.registry ?? {};
    const lost = nodeSelector !== undefined && topologySpreadConstraints === undefined && replicas > 1;
    // Before there were constraints, an affinity was all that could be written.
    const apart = affinity?.podAntiAffinity !== undefined && !hasField('Config', SPREAD_FIELD, model.openshift);
    return hitIf(lost && !apart, () => ({
      path: ['registry', 'nodeSelector'],
      what: `nodeSelector is set without topologySpreadConstraints, so ${replicas} replicas may run on one node`,
      fix: spreadFix(model.openshift),
    }));
  },
};

/** What this version accepts, where newer ones differ. */
function spreadFix(openshift: string): string | undefined {
  if (hasField('Config', SPREAD_FIELD, openshift)) return undefined;
  const since = `topologySpreadConstraints exists from OpenShift ${firstVersionOf('Config', SPREAD_FIELD)}`;
  if (!hasField('Config', ['spec', 'affinity'], openshift)) return `accept this, or remove nodeSelector; ${since}`;
  return `add affinity.podAntiAffinity on kubernetes.io/hostname for docker-registry: default; ${since}`;
}

const spreadReplaces: Rule = {
  code: 'SPREAD_REPLACES',
  severity: 'info',
  title: 'your own spread constraints replace all of those of the operator',
  why: 'by default the operator spreads by host, by worker label and, where nodes have zones, by zone',
  fix: 'nothing to do if the list is complete; add constraints on kubernetes.io/hostname and topology.kubernetes.io/zone where they are missing',
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
      path: ['registry', 'topologySpreadConstraints'],
      what: `topologySpreadConstraints (${model.registry?.topologySpreadConstraints?.length}) replaces all constraints of the operator`,
    })),
};

const affinityLost: Rule = {
  code: 'AFFINITY_DEFAULT_LOST',
  severity: 'warning',
  title: 'an affinity removes the rule that two pods run on two hosts',
  why: 'with two replicas the operator keeps its pods apart only if no affinity is set: the registry may go down with one node',
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
      what: 'affinity is set without podAntiAffinity, so 2 replicas may run on one node',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const SPREAD_DEFAULT_RULES: readonly Rule[] = [defaultLost, spreadReplaces, affinityLost];
