/** Values that must not be empty: the operator would fill them, or start without them. */

import { isPlainMap } from '../config/plain-map';
import { hitIf, type Rule } from './rule';

/**
 * A rule that refuses a value of the storage that is missing or empty, wherever the map around it is there. Storage that
 * the operator makes needs none.
 */
export function requiredValue(path: readonly string[], entry: Omit<Rule, 'severity' | 'check'>): Rule {
  const key = path.at(-1) ?? '';
  return {
    ...entry,
    severity: 'error',
    check: ({ config, model }) => {
      if (model.storage?.operatorMade) return [];
      const parent = path
        .slice(0, -1)
        .reduce<unknown>((node, part) => (isPlainMap(node) ? node[part] : undefined), config);
      const missing = isPlainMap(parent) && parent[key] === undefined;
      return hitIf(isPlainMap(parent) && !parent[key], () => ({
        path,
        what: `${key} is ${missing ? 'not set' : 'empty'}`,
      }));
    },
  };
}
