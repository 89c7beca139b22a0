/** Keys without a value that remove nothing: the value was forgotten, or is commented out. */

import { hasEmptyKey, isPlainMap } from '../config/plain-map';
import { valueAt } from '../config/value-at';
import type { ConfigPath, Finding } from '../findings/finding';
import { formatPath } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import type { Layer } from '../load/layer';
import type { LoadedCluster } from '../load/load-fleet';
import { mergeLayers } from '../load/merge';
import { NONE } from '../values/none';
import { onceFor } from '../values/once-for';

/** One finding for each, where it is written; what is already reported at the same path is not repeated. */
export function keysWithoutValue(
  { layers }: Pick<LoadedCluster, 'layers'>,
  name: string | undefined,
  found: readonly Finding[],
): readonly Finding[] {
  if (!layers.some(({ value }, index) => isLacking(value, index < layers.length - 1))) return NONE;
  return layers.flatMap((layer, index) => {
    const empty = emptyPaths(layer.value);
    if (empty.length === 0) return [];
    const below = mergeLayers(layers.slice(0, index).map(({ value }) => value));
    const reported = new Set(found.map(({ path }) => formatPath(path)));
    return empty
      .filter(path => !reported.has(formatPath(path)) && (isInList(path) || valueAt(below, path) === undefined))
      .map(path => withoutValue(path, layer, name));
  });
}

/** Whether a key has no value. What many clusters have is looked at once; nothing is kept of a layer that only one has. */
const isLacking = (value: unknown, isShared: boolean): boolean =>
  isShared ? emptyPaths(value).length > 0 : hasEmptyKey(value);

/** Both together: a map that is empty only because its keys have no value is one mistake. */
export function withKeysWithoutValue(found: readonly Finding[], empty: readonly Finding[]): readonly Finding[] {
  if (empty.length === 0) return found;
  const maps = new Set(empty.map(({ path }) => formatPath(path.slice(0, -1))));
  return [...found.filter(({ code, path }) => code !== 'ZERO_VALUE' || !maps.has(formatPath(path))), ...empty];
}

function withoutValue(path: ConfigPath, { anchor }: Layer, name: string | undefined): Finding {
  const what = `${formatPath(path)} has no value, and removes nothing`;
  return {
    ...generalProblem('NO_VALUE', path, what, fixOf(path)),
    ...(name === undefined ? {} : { clusters: [name] }),
    place: anchor.source.locate(anchor.document, [...anchor.path, ...path]).place,
  };
}

/** Maps of texts, in which an empty text is common. */
const MAPS_OF_TEXTS = ['nodeSelector', 'matchLabels', 'labels', 'annotations'];
/** Keys that are often all there is to say. */
const SAY_ENOUGH = ['emptyDir', 'existingSecret', 'job', 'acm', 'ack'];

function fixOf(path: ConfigPath): string | undefined {
  const [parent, key] = [path.at(-2), path.at(-1)].map(String);
  if (MAPS_OF_TEXTS.includes(parent ?? '')) return `write ${key}: ""`;
  return SAY_ENOUGH.includes(key ?? '') ? `write ${key}: {}` : undefined;
}

/** Lists replace each other: what is in one removes nothing below it. */
const isInList = (path: ConfigPath): boolean => path.some(key => typeof key === 'number');

/** Paths of the keys without a value; empty items of lists are refused by the check of the shape. */
const emptyPaths = (value: unknown): readonly ConfigPath[] =>
  typeof value === 'object' && value !== null ? emptyPathsOf(value) : [];

/** Of each layer once: many clusters share the defaults and profiles. */
const emptyPathsOf = onceFor((layer: object) => (hasEmptyKey(layer) ? emptyBelow(layer) : []));

function emptyBelow(value: unknown): readonly ConfigPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => emptyBelow(item).map(path => [index, ...path]));
  if (!isPlainMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]): readonly ConfigPath[] =>
    item === null ? [[key]] : emptyBelow(item).map(path => [key, ...path]),
  );
}
