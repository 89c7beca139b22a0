/** Values that are empty and have no effect, wherever they are. */

import type { Hit, Rule } from '../rule';
import { valuesAtAny } from '../walk';

/** Where an empty value is dropped by the operator's own write; other empty values have rules of their own. */
const ZERO_PLACES = [
  'registry.nodeSelector',
  'registry.tolerations',
  'registry.proxy.*',
  'registry.requests.*.*',
  'pruner.nodeSelector',
  'pruner.tolerations',
  'pruner.schedule',
  'storage.*.claim',
  'storage.s3.keyID',
  'storage.s3.regionEndpoint',
];

const zeroValue: Rule = {
  code: 'ZERO_VALUE',
  severity: 'warning',
  title: 'a value is empty, and has no effect',
  why: 'the operator drops empty strings, lists, maps and zeros when it writes the object: the setting has no effect',
  fix: 'remove the key; write null to remove what the defaults or a profile set',
  source: 'openshift/api imageregistry/v1, omitempty',
  bad: `
    platform: aws
    registry: {tolerations: []}`,
  good: `
    platform: aws
    registry: {tolerations: null}`,
  check: ({ config }) =>
    valuesAtAny(config, ZERO_PLACES).flatMap(({ path, value }): Hit[] => {
      const shown = shownZero(value);
      return shown === undefined ? [] : [{ path, what: `${path.at(-1)} is ${shown}, which has no effect` }];
    }),
};

function shownZero(value: unknown): string | undefined {
  if (value === '') return 'an empty string';
  if (value === 0) return '0';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : undefined;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? 'an empty map' : undefined;
}

/** In the order they are listed in the documentation. */
export const EMPTY_VALUE_RULES: readonly Rule[] = [zeroValue];
