/** An entry without settings that follow from the rest of it. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape } from '../config/shape-check';
import { resolve } from '../model/resolve';

/** Keys of an entry whose settings may follow from others; the rest is always written. */
const DERIVED = ['registry', 'storage', 'pruner', 'image'];

const CLUSTER = definition('Cluster');

/** The entry without settings that give the same model when they are left out. The shape has been checked. */
export function minimal(cluster: Cluster): PlainMap {
  let entry: PlainMap = { ...cluster };
  const wanted = modelOf(entry);
  const attempt = (path: readonly string[]): boolean => {
    const without = removed(entry, path);
    if (checkShape(CLUSTER, without).issues.length > 0 || modelOf(without) !== wanted) return false;
    entry = without;
    return true;
  };
  for (const key of DERIVED) shrink(entry[key], [key], attempt);
  return entry;
}

/** Removes whole parts first, then pieces of the parts that are needed. */
function shrink(value: unknown, path: readonly string[], attempt: (path: readonly string[]) => boolean): void {
  if (!isPlainMap(value)) return;
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    if (!attempt(here)) shrink(value[key], here, attempt);
  }
}

function removed(map: PlainMap, [key = '', ...rest]: readonly string[]): PlainMap {
  const inner = map[key];
  const left = rest.length > 0 && isPlainMap(inner) ? removed(inner, rest) : undefined;
  const kept = left === undefined || Object.keys(left).length === 0 ? {} : { [key]: left };
  const { [key]: _, ...others } = map;
  return { ...others, ...kept };
}

/** The model as text, without what repeats the configuration. */
function modelOf(entry: PlainMap): string {
  const { config: _, checkedAt: __, ...model } = resolve(entry as unknown as Cluster);
  return JSON.stringify(model);
}
