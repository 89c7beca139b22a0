/** Every text of a configuration, by its place in the types: what a rule asks of a field holds wherever the field occurs. */

import type { ConfigPath } from '../findings/finding';
import { lazily } from '../values/lazily';
import { onceFor } from '../values/once-for';
import { setKey } from '../values/set-key';
import { isPlainMap, type PlainMap } from './plain-map';
import { definition, fleetSettings } from './schema';
import { type TextPlace, textPlace } from './text-place';

/** One text of the configuration. */
export interface FoundText {
  /**
   * The type and its property, for example `S3Storage.bucket`; `Registry.nodeSelector.*` is a value of a map,
   * `Registry.nodeSelector.{}` a key of it, and `ProjectAccess.users.#` an item of a list.
   */
  readonly field: string;
  readonly path: ConfigPath;
  readonly text: string;
}

/** Texts of a cluster whose shape is in order. A value of an enumeration is not a text: it is what the schema says. */
export const textsOfCluster = (cluster: object): readonly FoundText[] => textPartsOf(cluster).flat();

/**
 * The same in lists, one for each map or list of the cluster and one for the rest. What a profile says is the same object in
 * many clusters, and so is the list of its texts.
 */
export const textPartsOf = onceFor((cluster: object): readonly (readonly FoundText[])[] => {
  const parts: (readonly FoundText[])[] = [];
  const rest: PlainMap = {};
  for (const [key, part] of Object.entries(cluster)) {
    if (typeof part === 'object' && part !== null) parts.push(textsOfPart(key, part));
    else setKey(rest, key, part);
  }
  return [textsIn(CLUSTER(), rest), ...parts];
});

/** The texts of one key of a cluster. */
function textsOfPart(key: string, part: object): readonly FoundText[] {
  const known = PARTS.get(part);
  if (known?.key === key) return known.found;
  const found = textsIn(CLUSTER(), { [key]: part });
  PARTS.set(part, { key, found });
  return found;
}

const PARTS = new WeakMap<object, { readonly key: string; readonly found: readonly FoundText[] }>();

const CLUSTER = lazily(() => textPlace(definition('Cluster'), 'Cluster'));
const FLEET = lazily(() => textPlace(fleetSettings, 'Fleet'));

/** Texts of the fleet's own settings; those of defaults and profiles are in the clusters. */
export const textsOfFleet = (fleet: object): readonly FoundText[] => textsIn(FLEET(), fleet);

function textsIn(place: TextPlace, value: unknown): readonly FoundText[] {
  const found: FoundText[] = [];
  collect(place, value, [], found);
  return found;
}

function collect(place: TextPlace, value: unknown, path: ConfigPath, found: FoundText[]): void {
  if (typeof value === 'string') {
    if (place.isText) found.push({ field: place.field, path, text: value });
  } else if (Array.isArray(value)) {
    const items = place.items();
    if (items) for (const [index, item] of value.entries()) collect(items, item, [...path, index], found);
  } else if (isPlainMap(value)) collectMap(place, value, path, found);
}

function collectMap(place: TextPlace, map: PlainMap, path: ConfigPath, found: FoundText[]): void {
  for (const key of Object.keys(map)) {
    const property = place.properties.get(key);
    const below = property ? property() : place.values();
    if (below === undefined) continue;
    const at = [...path, key];
    if (property === undefined) found.push({ field: place.keyField, path: at, text: key });
    collect(below, map[key], at, found);
  }
}

/** Every field that can hold a text, by the same names. */
export function textFields(): readonly string[] {
  const fields = new Set<string>();
  const seen = new Set<string>();
  const walk = (place: TextPlace | undefined): void => {
    if (place === undefined || seen.has(place.field)) return;
    seen.add(place.field);
    if (place.isText) fields.add(place.field);
    walk(place.items());
    for (const property of place.properties.values()) walk(property());
    if (place.values() !== undefined) fields.add(place.keyField);
    walk(place.values());
  };
  walk(FLEET());
  walk(CLUSTER());
  return [...fields].sort();
}
