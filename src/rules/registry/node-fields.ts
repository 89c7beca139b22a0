/** `matchFields` of a node affinity: the one field of a node that the scheduler compares. */

import type { LabelRequirement } from '../../config/shape/selectors';
import { isDnsSubdomain } from '../../values/dns-name';
import type { Rule } from '../rule';
import { valuesAtAny } from '../walk';

const TERMS = [
  'requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.*',
  'preferredDuringSchedulingIgnoredDuringExecution.*.preference',
];
const PLACES: readonly string[] = [
  ...['registry', 'pruner'].flatMap(part => TERMS.map(term => `${part}.affinity.nodeAffinity.${term}.matchFields.*`)),
  ...['storage.pvc', 'storage.odf.cephfs'].map(
    part => `${part}.volume.nodeAffinity.required.nodeSelectorTerms.*.matchFields.*`,
  ),
];

const example = (requirement: string): string => `
    platform: aws
    registry:
      replicas: 1
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms: [{matchFields: [${requirement}]}]`;

const field: Rule = {
  code: 'NODE_FIELD',
  severity: 'error',
  acceptable: false,
  title: 'matchFields compares a field other than metadata.name',
  why: 'the API server refuses the pods, or the PersistentVolume: metadata.name is the only field it supports, with one name',
  fix: 'write {key: metadata.name, operator: In, values: [NODE]}, and compare labels in matchExpressions',
  source: 'kubernetes pkg/apis/core/validation ValidateNodeFieldSelectorRequirement',
  bad: example('{key: spec.unschedulable, operator: In, values: ["false"]}'),
  good: example('{key: metadata.name, operator: In, values: [worker-0]}'),
  check: ({ config }) =>
    valuesAtAny(config, PLACES).flatMap(({ path, value }) => {
      const what = problemOf(value as LabelRequirement);
      return what === undefined ? [] : [{ path, what }];
    }),
};

function problemOf({ key, operator, values = [] }: LabelRequirement): string | undefined {
  if (key !== 'metadata.name') return `matchFields can only compare metadata.name, not ${key}`;
  if (operator !== 'In' && operator !== 'NotIn') return `matchFields takes only In and NotIn, not ${operator}`;
  if (values.length !== 1) return `matchFields must name one node, not ${values.length}`;
  return isDnsSubdomain(values[0] ?? '')
    ? undefined
    : `matchFields names "${values[0]}", which cannot be the name of a node`;
}

/** In the order they are listed in the documentation. */
export const NODE_FIELD_RULES: readonly Rule[] = [field];
