/** The JSON schema of the configuration, and how to walk in it. */

import schema from '../../schema/fleet.schema.json';

/** The part of JSON Schema that the generated schema uses; a test holds it to this. */
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
  readonly description?: string;
  readonly default?: unknown;
}

const ROOT = schema as unknown as Schema & { readonly definitions: Readonly<Record<string, Schema>> };

/** The schema of a named type, for example `Cluster`. */
export function definition(name: string): Schema {
  return ROOT.definitions[name] ?? fail(name);
}

/** The schema of the whole fleet. */
export const fleetSchema: Schema = ROOT;

/** The fleet's schema for its own keys alone: fragments are checked as part of the clusters that use them. */
export const fleetSettings: Schema = {
  ...ROOT,
  properties: {
    ...ROOT.properties,
    clusters: { type: 'array' },
    defaults: { type: 'object', additionalProperties: {} },
    profiles: { type: 'object', additionalProperties: { type: 'object', additionalProperties: {} } },
  },
};

/** Follows `$ref`, once or more. */
export function dereference(node: Schema): Schema {
  return node.$ref === undefined ? node : dereference(definition(node.$ref.replace('#/definitions/', '')));
}

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
  throw new Error(`schema/fleet.schema.json has no type ${name}`);
}
