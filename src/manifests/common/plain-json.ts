/**
 * An object as plain data, by a shorter way than its own `toJson`, which walks the app, makes a context and asks three
 * resolvers for every value in it. The generated class still says what is written. Whatever is not plain, a patch, a
 * dependency of values on others, a class of its own, goes the long way.
 */

import { type ApiObject, Lazy } from 'cdk8s';
import { isPlainMap, type PlainMap, setKey } from '../../config/plain-map';

/** The same as `object.toJson()`. */
export function plainJson(object: ApiObject): unknown {
  const write: unknown = Reflect.get(object.constructor, 'manifest');
  const props = propsOf(object);
  if (typeof write !== 'function' || props === undefined || Object.hasOwn(object, 'toJson')) return object.toJson();
  const data = plainMap(props);
  return data === NOT_PLAIN ? object.toJson() : write.call(object.constructor, data);
}

/** Values that only cdk8s itself can write. */
const NOT_PLAIN = Symbol('not plain');

/** What the object was made from, with its metadata as it is now; nothing where more was done to it since. */
function propsOf(object: ApiObject): PlainMap | undefined {
  const props: unknown = Reflect.get(object, 'props');
  const patches: unknown = Reflect.get(object, 'patches');
  if (!isPlainMap(props) || !Array.isArray(patches) || patches.length > 0) return undefined;
  const metadata = metadataOf(object, props.metadata);
  return metadata && { ...props, metadata };
}

/** Of the kinds of metadata that objects of ours have. */
function metadataOf({ metadata }: ApiObject, given: unknown): PlainMap | undefined {
  if (!isPlainMap(given) || Object.keys(given).some(key => !METADATA.has(key))) return undefined;
  const lists = [Reflect.get(metadata, 'finalizers'), Reflect.get(metadata, 'ownerReferences')];
  if (lists.some((list: unknown) => !Array.isArray(list) || list.length > 0)) return undefined;
  const labels: unknown = Reflect.get(metadata, 'labels');
  const annotations: unknown = Reflect.get(metadata, 'annotations');
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    labels: filled(labels),
    annotations: filled(annotations),
  };
}

const METADATA: ReadonlySet<string> = new Set(['name', 'namespace', 'labels', 'annotations']);

const filled = (map: unknown): unknown => (isPlainMap(map) && Object.keys(map).length === 0 ? undefined : map);

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return items.includes(NOT_PLAIN) ? NOT_PLAIN : items;
  }
  if (Object.getPrototypeOf(value) === Object.prototype) return plainMap(value as PlainMap);
  if (value instanceof Lazy) return plain(value.produce());
  // A number or a text, as generated classes have them.
  const union: unknown = Reflect.get(value, 'value');
  return typeof union === 'number' || typeof union === 'string' ? { value: union } : NOT_PLAIN;
}

function plainMap(map: PlainMap): PlainMap | typeof NOT_PLAIN {
  if (typeof map.resolve === 'function' || Object.hasOwn(map, 'constructor')) return NOT_PLAIN;
  const copy: PlainMap = {};
  for (const key of Object.keys(map)) {
    const value = plain(map[key]);
    if (value === NOT_PLAIN) return NOT_PLAIN;
    if (value !== undefined) setKey(copy, key, value);
  }
  return copy;
}
