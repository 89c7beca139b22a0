/** What is wrong with the live registry, whatever the entry has. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { hideCredentials } from '../../findings/credential-text';
import type { Finding } from '../../findings/finding';
import { valueAt } from '../../review/compare/paths';
import { plainLine } from '../comment';
import { findingAt, type LiveObject } from '../live';
import { appliers, knowsOwners } from '../owners';

/** Conditions of the Config, and who else writes to it. */
export function stateFindings(config: LiveObject, others: readonly LiveObject[]): readonly Finding[] {
  const { value } = config;
  const generation = valueAt(value, 'metadata', 'generation');
  const observed = valueAt(value, 'status', 'observedGeneration');
  const unsettled = isPlainMap(value.status) && generation !== undefined && observed !== generation;
  return [
    ...[config, ...others].flatMap(deleted),
    ...problemsOf(config),
    ...(unsettled
      ? [
          findingAt(
            'ADOPT_UNSETTLED',
            config,
            ['status'],
            `the operator has not yet seen generation ${shown(generation)} of the Config, only ${shown(observed)}`,
          ),
        ]
      : []),
    ...(knowsOwners(config)
      ? []
      : [findingAt('ADOPT_OWNERS_UNKNOWN', config, ['metadata'], 'the Config has no managedFields')]),
    ...appliers(config).map(manager =>
      findingAt('ADOPT_OTHER_GIT', config, ['metadata'], `${plainLine(manager)} already applies the Config`),
    ),
  ];
}

const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : 'none');

const deleted = (object: LiveObject): readonly Finding[] =>
  valueAt(object.value, 'metadata', 'deletionTimestamp') === undefined
    ? []
    : [findingAt('ADOPT_DELETED', object, ['metadata'], `${object.kind} ${object.name} is being deleted`)];

function problemsOf(config: LiveObject): readonly Finding[] {
  const conditions = valueAt(config.value, 'status', 'conditions');
  const list = Array.isArray(conditions) ? conditions : [];
  return list.flatMap((condition, index) => {
    if (!isPlainMap(condition) || !isProblem(condition)) return [];
    const text = [condition.type, condition.status, condition.reason, condition.message]
      .filter(word => typeof word === 'string')
      .join(' ');
    const what = `the operator reports a problem: ${plainLine(hideCredentials(text)).replace(/[.:;,]+$/, '')}`;
    return [findingAt('ADOPT_UNHEALTHY', config, ['status', 'conditions', index], what)];
  });
}

const isProblem = ({ type, status, reason }: PlainMap): boolean =>
  (String(type).endsWith('Degraded') && status === 'True') ||
  (type === 'Progressing' && status === 'True' && reason === 'Error') ||
  (type === 'Available' && status === 'False');
