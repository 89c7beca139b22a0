/** The schema part of a CustomResourceDefinition, and its translation to JSON Schema with unknown fields as errors. */

/** An openAPIV3Schema node, as far as tests look at it. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly nullable?: boolean;
  readonly [keyword: string]: unknown;
}

type JsonSchema = Record<string, unknown>;

/** Copied as they are: JSON Schema means the same by them. */
const KEPT = [
  ...['enum', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
  ...['x-kubernetes-list-map-keys'],
];

/** Combine conditions on the same object, so fields they do not name are none of their business. */
const JUNCTORS = ['anyOf', 'oneOf', 'allOf', 'not'];

const STRING = { type: 'string' };
const STRINGS = { type: 'object', additionalProperties: STRING };
const LABELS = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: 63, pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$' },
};

/** ObjectMeta. A cluster-scoped object has no namespace: the API server refuses it there. */
const metadata = (namespaced: boolean): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    ...{ name: STRING, generateName: STRING, labels: LABELS, annotations: STRINGS },
    ...{ finalizers: { type: 'array', items: STRING }, ownerReferences: { type: 'array' } },
    ...(namespaced ? { namespace: STRING } : {}),
  },
});

/** JSON Schema of a whole object of that apiVersion and kind. */
export function objectSchema(schema: Schema, apiVersion: string, kind: string, namespaced: boolean): JsonSchema {
  const { properties, ...rest } = toJsonSchema(schema);
  return {
    ...rest,
    type: 'object',
    additionalProperties: false,
    required: [...new Set(['apiVersion', 'kind', 'metadata', ...(schema.required ?? [])])],
    properties: {
      ...(properties as JsonSchema | undefined),
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      metadata: metadata(namespaced),
    },
  };
}

/** Translates one node: what the API server would drop without a word becomes an error. */
export function toJsonSchema(schema: Schema): JsonSchema {
  const result: JsonSchema = {};
  for (const keyword of KEPT) if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
  for (const junctor of JUNCTORS) if (schema[junctor] !== undefined) result[junctor] = schema[junctor];
  if (schema['x-kubernetes-list-type'] === 'set') result.uniqueItems = true;
  if (schema.required !== undefined) result.required = schema.required;
  if (schema.items !== undefined) result.items = toJsonSchema(schema.items);
  return { ...result, ...typeOf(schema), ...fieldsOf(schema) };
}

function typeOf(schema: Schema): JsonSchema {
  const types = schema['x-kubernetes-int-or-string'] === true ? ['integer', 'string'] : schema.type;
  if (types === undefined) return {};
  return { type: schema.nullable === true ? [types, 'null'].flat() : types };
}

function fieldsOf(schema: Schema): JsonSchema {
  if (schema.type !== 'object' && schema.properties === undefined) return {};
  const names = Object.entries(schema.properties ?? {});
  const properties: JsonSchema = Object.fromEntries(names.map(([name, child]) => [name, toJsonSchema(child)]));
  return { properties: { ...properties, ...embedded(schema) }, additionalProperties: otherFields(schema) };
}

function otherFields(schema: Schema): JsonSchema | boolean {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return true;
  const others = schema.additionalProperties;
  return typeof others === 'object' ? toJsonSchema(others) : others === true;
}

/** An embedded object carries the three fields every object has, whether its schema names them or not. */
function embedded(schema: Schema): JsonSchema {
  if (schema['x-kubernetes-embedded-resource'] !== true) return {};
  return { apiVersion: STRING, kind: STRING, metadata: metadata(true) };
}
