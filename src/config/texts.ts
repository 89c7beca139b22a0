/** Every text of a configuration, by its place in the types: what a rule asks of a field holds wherever the field occurs. */

import type { ConfigPath } from '../findings/finding';
import { onceFor } from '../values/once-for';
import { isPlainMap } from './plain-map';
import { definition, definitionAt, dereference, fleetSettings, type Schema } from './schema';

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
  const isPart = ([, part]: readonly [string, unknown]): boolean => typeof part === 'object' && part !== null;
  const entries = Object.entries(cluster);
  const rest = Object.fromEntries(entries.filter(entry => !isPart(entry)));
  return [
    textsIn(definition('Cluster'), 'Cluster', rest),
    ...entries.filter(isPart).map(([key, part]) => textsOfPart(key, part as object)),
  ];
});

/** The texts of one key of a cluster. */
function textsOfPart(key: string, part: object): readonly FoundText[] {
  const known = PARTS.get(part);
  if (known?.key === key) return known.found;
  const found = textsIn(definition('Cluster'), 'Cluster', { [key]: part });
  PARTS.set(part, { key, found });
  return found;
}

const PARTS = new WeakMap<object, { readonly key: string; readonly found: readonly FoundText[] }>();

/** Texts of the fleet's own settings; those of defaults and profiles are in the clusters. */
export const textsOfFleet = (fleet: object): readonly FoundText[] => textsIn(fleetSettings, 'Fleet', fleet);

function textsIn(schema: Schema, field: string, value: unknown): readonly FoundText[] {
  const found: FoundText[] = [];
  collect(schema, field, value, [], found);
  return found;
}

function collect(schema: Schema, field: string, value: unknown, path: ConfigPath, found: FoundText[]): void {
  const node = dereference(schema);
  if (typeof value === 'string') {
    if (node.enum === undefined) found.push({ field, path, text: value });
  } else if (Array.isArray(value)) {
    const items = node.items ?? {};
    const item = ownerOf(items, `${field}.#`);
    value.forEach((each, index) => {
      collect(items, item, each, [...path, index], found);
    });
  } else if (isPlainMap(value)) collectMap(node, field, value, path, found);
}

function collectMap(
  node: Schema,
  field: string,
  value: Readonly<Record<string, unknown>>,
  path: ConfigPath,
  found: FoundText[],
): void {
  for (const [key, item] of Object.entries(value)) {
    const known = node.properties !== undefined && Object.hasOwn(node.properties, key);
    const child = known ? node.properties?.[key] : node.additionalProperties;
    if (typeof child !== 'object' || !isTyped(child)) continue;
    if (!known) found.push({ field: `${field}.{}`, path: [...path, key], text: key });
    collect(child, ownerOf(child, `${field}.${known ? key : '*'}`), item, [...path, key], found);
  }
}

/** Where anything may stand, the schema has nothing to say of the texts in it. */
const isTyped = (schema: Schema): boolean => dereference(schema).type !== undefined;

/** A type with properties names its own fields; everything else goes by the field that it is. */
function ownerOf(schema: Schema, field: string): string {
  if (schema.$ref === undefined) return field;
  const { $ref, properties } = schema;
  const target = definitionAt($ref);
  if (target.$ref !== undefined) return ownerOf(target, field);
  return (properties ?? target.properties) === undefined ? field : $ref.replace('#/definitions/', '');
}

/** Every field that can hold a text, by the same names. */
export function textFields(): readonly string[] {
  const fields = new Set<string>();
  const seen = new Set<string>();
  const walk = (schema: Schema, field: string): void => {
    const node = dereference(schema);
    if (seen.has(field)) return;
    seen.add(field);
    if ([node.type].flat().includes('string') && node.enum === undefined) fields.add(field);
    if (node.items) walk(node.items, ownerOf(node.items, `${field}.#`));
    for (const [key, child] of Object.entries(node.properties ?? {})) walk(child, ownerOf(child, `${field}.${key}`));
    const values = node.additionalProperties;
    if (typeof values !== 'object' || !isTyped(values)) return;
    fields.add(`${field}.{}`);
    walk(values, ownerOf(values, `${field}.*`));
  };
  walk(fleetSettings, 'Fleet');
  walk(definition('Cluster'), 'Cluster');
  return [...fields].sort();
}
