/** Every place of a configuration that takes a text, found in the schema; and a cluster that has a text of our choice there. */

import { definition, dereference, type Schema } from '../../src/config/schema';
import type { ConfigPath } from '../../src/findings/finding';

/** A place that takes a text: lists have one item, maps one key. */
export interface TextPlace {
  /** The type and property, as `textsOfCluster` names it. */
  readonly path: ConfigPath;
  /** Whether the text is a key of a map and not a value. */
  readonly isKey: boolean;
}

/** Every place below a cluster. Types that hold themselves do not occur in the schema. */
export function textPlaces(): readonly TextPlace[] {
  const places: TextPlace[] = [];
  const walk = (schema: Schema, path: ConfigPath): void => {
    const node = dereference(schema);
    if ([node.type].flat().includes('string') && node.enum === undefined) places.push({ path, isKey: false });
    if (node.items) walk(node.items, [...path, 0]);
    for (const [key, child] of Object.entries(node.properties ?? {})) walk(child, [...path, key]);
    const values = node.additionalProperties;
    if (typeof values !== 'object' || dereference(values).type === undefined) return;
    places.push({ path: [...path, KEY], isKey: true });
    walk(values, [...path, KEY]);
  };
  walk(definition('Cluster'), []);
  return places;
}

/** The key of a map that stands for any. */
const KEY = 'a-key';

/** A cluster with this text at the place, and what is required around it. */
export function clusterWith({ path, isKey }: TextPlace, text: string): object {
  const cluster = { name: 'a', platform: 'baremetal', openshift: '4.16' };
  const whole = isKey ? [...path.slice(0, -1), text] : path;
  return build(definition('Cluster'), whole, isKey ? undefined : text, cluster, text) as object;
}

function build(schema: Schema, path: ConfigPath, value: string | undefined, base: object, key: string): unknown {
  const node = dereference(schema);
  const [step, ...rest] = path;
  if (step === undefined) return value ?? emptyOf(node);
  if (typeof step === 'number') return [build(node.items ?? {}, rest, value, {}, key)];
  const properties = node.properties ?? {};
  const child = Object.hasOwn(properties, step) ? properties[step] : node.additionalProperties;
  const required = Object.fromEntries((node.required ?? []).map(name => [name, emptyOf(properties[name] ?? {})]));
  const map: Record<string, unknown> = { ...required, ...base };
  const below = build(typeof child === 'object' ? child : {}, rest, value, {}, key);
  Object.defineProperty(map, step, { value: below, enumerable: true, configurable: true, writable: true });
  return map;
}

/** Something of the right type. */
function emptyOf(schema: Schema): unknown {
  const node = dereference(schema);
  if (node.enum) return node.enum[0];
  const type = [node.type].flat()[0];
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return node.minimum ?? 0;
  if (type === 'boolean') return false;
  if (type !== 'object') return 'x';
  return Object.fromEntries((node.required ?? []).map(name => [name, emptyOf(node.properties?.[name] ?? {})]));
}
