/** The places of the configuration that can hold texts, and the name of the field at each. */

import { lazily } from '../values/lazily';
import { definitionAt, dereference, type Schema } from './schema';

/** A place; what is below it is worked out once, and when it is asked for: the schema may lead back to itself. */
export interface TextPlace {
  /** The type and its property. */
  readonly field: string;
  /** What a key of the user's own is called here. */
  readonly keyField: string;
  /** Whether a text here is more than one of an enumeration, which is what the schema says. */
  readonly isText: boolean;
  /** The items of a list; nothing where the schema knows none. */
  readonly items: () => TextPlace | undefined;
  /** Keys that the schema knows. */
  readonly properties: ReadonlyMap<string, () => TextPlace>;
  /** All other keys; nothing where anything may stand, of whose texts the schema has nothing to say. */
  readonly values: () => TextPlace | undefined;
}

/** The place of a value with this schema. */
export function textPlace(schema: Schema, field: string): TextPlace {
  const node = dereference(schema);
  const below = (child: Schema, name: string): TextPlace => textPlace(child, ownerOf(child, name));
  const { additionalProperties: values } = node;
  return {
    field,
    keyField: `${field}.{}`,
    isText: node.enum === undefined && [node.type].flat().includes('string'),
    items: lazily(() => node.items && below(node.items, `${field}.#`)),
    properties: new Map(
      Object.entries(node.properties ?? {}).map(([key, child]) => [key, lazily(() => below(child, `${field}.${key}`))]),
    ),
    values: lazily(() =>
      typeof values === 'object' && dereference(values).type !== undefined ? below(values, `${field}.*`) : undefined,
    ),
  };
}

/** A type with properties names its own fields; everything else goes by the field that it is. */
function ownerOf(schema: Schema, field: string): string {
  if (schema.$ref === undefined) return field;
  const { $ref, properties } = schema;
  const target = definitionAt($ref);
  if (target.$ref !== undefined) return ownerOf(target, field);
  return (properties ?? target.properties) === undefined ? field : $ref.replace('#/definitions/', '');
}
