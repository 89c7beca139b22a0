/** Values that must not be empty: the operator would fill them, or start without them. */

import { isPlainMap } from '../config/plain-map';
import { hitIf, type Rule } from './rule';

/** A rule that refuses the empty value at the path, wherever the map around it is there. */
export function requiredValue(path: readonly string[], entry: Omit<Rule, 'severity' | 'check'>): Rule {
  const key = path.at(-1) ?? '';
  return {
    ...entry,
    severity: 'error',
    check: ({ config }) => {
      const parent = path
        .slice(0, -1)
        .reduce<unknown>((node, part) => (isPlainMap(node) ? node[part] : undefined), config);
      return hitIf(isPlainMap(parent) && !parent[key], () => ({ path, what: `${key} is empty` }));
    },
  };
}
