/** Compares two CRD schemas field by field: which fields there are, and what each accepts. */

import { normalizeRule } from './cel-rules';
import type { Schema } from './structural-schema';

/** Keywords that decide which values a field takes. The list type `atomic` only matters for merging. */
const COMPARED = [
  ...['type', 'format', 'nullable', 'enum', 'default', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'uniqueItems', 'required', 'anyOf', 'oneOf', 'allOf'],
  ...['not', 'x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource'],
  ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-validations'],
];

/** Part of every object, and no part of what a schema of ours describes. */
const ROOT_FIELDS = ['apiVersion', 'kind', 'metadata', 'status'];

type Facts = Readonly<Record<string, string>>;

/**
 * Every difference, each as `path: …`.
 *
 * With `part`, ours may lack fields of the reference; what it has must be the same.
 */
export function differences(ours: Schema, reference: Schema, extent: 'whole' | 'part'): readonly string[] {
  const mine = flatten(withoutRootFields(ours));
  const theirs = flatten(withoutRootFields(reference));
  const extra = [...mine.keys()].filter(path => !theirs.has(path)).map(path => `${path}: not in the reference`);
  const missing = [...theirs.keys()].filter(path => !mine.has(path)).map(path => `${path}: not in ours`);
  const changed = [...mine].flatMap(([path, facts]) => factDifferences(path, facts, theirs.get(path)));
  return [...extra, ...(extent === 'whole' ? missing : []), ...changed];
}

function factDifferences(path: string, ours: Facts, reference: Facts | undefined): readonly string[] {
  if (reference === undefined) return [];
  return COMPARED.filter(keyword => ours[keyword] !== reference[keyword]).map(
    keyword => `${path}: ${keyword} is ${ours[keyword] ?? 'absent'}, reference ${reference[keyword] ?? 'absent'}`,
  );
}

function withoutRootFields(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !ROOT_FIELDS.includes(name));
  const required = (schema.required ?? []).filter(name => !ROOT_FIELDS.includes(name));
  return { ...schema, properties: Object.fromEntries(properties), required };
}

/** Every path of a schema with what it accepts; `[]` is an item, `{}` the value of a map. */
function flatten(schema: Schema, path = '(root)'): ReadonlyMap<string, Facts> {
  const { items, additionalProperties: others } = schema;
  const children = [
    ...Object.entries(schema.properties ?? {}).map(([name, child]) => [`${path}.${name}`, child] as const),
    ...(items ? [[`${path}[]`, items] as const] : []),
    ...(typeof others === 'object' ? [[`${path}{}`, others] as const] : []),
  ];
  return new Map([[path, factsOf(schema)], ...children.flatMap(([below, child]) => [...flatten(child, below)])]);
}

function factsOf(schema: Schema): Facts {
  const entries = COMPARED.map(keyword => [keyword, comparable(keyword, schema[keyword])] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** A keyword's value as text that does not depend on order or on descriptions; undefined when it says nothing. */
function comparable(keyword: string, value: unknown): string | undefined {
  if (value === undefined || value === false || value === 'atomic') return undefined;
  if (keyword === 'required' && (value as readonly string[]).length === 0) return undefined;
  if (keyword === 'required' || keyword === 'enum') return JSON.stringify([...(value as readonly string[])].sort());
  if (keyword === 'x-kubernetes-validations') {
    return JSON.stringify((value as readonly { rule: string }[]).map(({ rule }) => normalizeRule(rule)).sort());
  }
  return JSON.stringify(value, (key, inner: unknown) => (key === 'description' ? undefined : sorted(inner)));
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
