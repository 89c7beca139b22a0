/** The schema of the configuration for the check at run time, and how to walk in it. */

import shape from '../../schema/shape.json';
import { remembered } from '../values/remembered';

/** The part of JSON Schema that the check at run time uses; a test holds `schema/shape.json` to this. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly not?: Schema;
}

const TYPES: Readonly<Record<string, Schema>> = shape;

/** The schema of a named type, for example `Cluster`. */
export function definition(name: string): Schema {
  return TYPES[name] ?? fail(name);
}

/** The schema of the whole fleet. */
export const fleetSchema: Schema = definition('Fleet');

/** The fleet's schema for its own keys alone: fragments are checked as part of the clusters that use them. */
export const fleetSettings: Schema = {
  ...fleetSchema,
  properties: {
    ...fleetSchema.properties,
    clusters: { type: 'array' },
    defaults: { type: 'object', additionalProperties: {} },
    profiles: { type: 'object', additionalProperties: { type: 'object', additionalProperties: {} } },
  },
};

/** Follows `$ref`, once or more. */
export const dereference = (node: Schema): Schema =>
  node.$ref === undefined ? node : dereference(definitionAt(node.$ref));

/** What a `$ref` names; there are few, and they are followed for every value. */
export const definitionAt = remembered((ref: string): Schema => definition(ref.replace('#/definitions/', '')));

/** Where else below the type a key is known: dotted paths, shallowest first. */
export function pathsOfKey(typeName: string, key: string): readonly string[] {
  const known = PATHS.get(typeName) ?? pathsByKey(typeName);
  PATHS.set(typeName, known);
  return known.get(key) ?? [];
}

/** Made once for a type: a configuration may have thousands of unknown keys. */
const PATHS = new Map<string, ReadonlyMap<string, readonly string[]>>();

function pathsByKey(typeName: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const walk = (node: Schema, path: string, depth: number): void => {
    if (depth > 4) return;
    for (const [name, child] of Object.entries(dereference(node).properties ?? {})) {
      const childPath = path === '' ? name : `${path}.${name}`;
      const paths = found.get(name) ?? [];
      found.set(name, paths);
      paths.push(childPath);
      walk(child, childPath, depth + 1);
    }
  };
  walk(definition(typeName), '', 0);
  for (const paths of found.values()) paths.sort((a, b) => a.split('.').length - b.split('.').length);
  return found;
}

function fail(name: string): never {
  throw new Error(`schema/shape.json has no type ${name}`);
}
