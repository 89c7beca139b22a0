/** What a fleet file acknowledges, read without the rest of it. */

import { isPlainMap } from '../../config/plain-map';
import { parseYaml } from '../../load/yaml/parse-yaml';
import { textAt } from '../compare/paths';
import type { Acknowledged } from './side';

/** The list `acknowledge` of a text; empty if there is no list or no text. */
export function acknowledgedIn(text: string | undefined): readonly Acknowledged[] {
  if (text === undefined || !text.includes('acknowledge')) return [];
  const [root] = parseYaml(text).values;
  return isPlainMap(root) ? acknowledgedOf(root.acknowledge) : [];
}

/** The complete entries of a list. */
export function acknowledgedOf(list: unknown): readonly Acknowledged[] {
  return (Array.isArray(list) ? list : []).flatMap(entry => {
    const [change, reason] = [textAt(entry, 'change'), textAt(entry, 'reason')];
    return change === undefined || reason === undefined ? [] : [{ change, reason }];
  });
}
