/** The schema for editors, as far as tests look at it. */

import { fileOf } from './generated';

/** One place in it. */
export interface EditorSchema {
  readonly $ref?: string;
  readonly allOf?: readonly EditorSchema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, EditorSchema>>;
  readonly additionalProperties?: boolean | EditorSchema;
  readonly propertyNames?: EditorSchema;
  readonly items?: EditorSchema;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly markdownEnumDescriptions?: readonly string[];
  readonly 'x-group'?: string;
}

/** The whole of `schema/fleet.schema.json`. */
export const FLEET_SCHEMA: EditorSchema & {
  readonly $id: string;
  readonly definitions: Readonly<Record<string, EditorSchema>>;
} = JSON.parse(fileOf('schema/fleet.schema.json'));

/** Every type by name, the fleet among them. */
export const TYPES: Readonly<Record<string, EditorSchema>> = { ...FLEET_SCHEMA.definitions, Fleet: FLEET_SCHEMA };

/** Keys of a type of which only one can be set, by the name of the group. */
export function groupsOf({ properties = {} }: EditorSchema): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, { 'x-group': group }] of Object.entries(properties)) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return groups;
}

/** The name of the type with keys of its own that a place leads to. */
export const typeOf = ({ $ref, allOf }: EditorSchema): string | undefined =>
  ($ref ?? allOf?.[0]?.$ref)?.replace('#/definitions/', '');
