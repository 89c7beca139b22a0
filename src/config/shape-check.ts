/**
 * The run-time check of the configuration's shape, from the same schema editors use.
 *
 * It reports every problem and hands back the value with the problems taken out,
 * so that the rules can look at all the rest in the same run.
 */

import type { ConfigPath } from '../findings/finding';
import { setKey } from '../values/set-key';
import { nearest } from './nearest';
import type { PlainMap } from './plain-map';
import { dereference, type Schema } from './schema';

/** One place where a value does not have the shape it should have. */
export interface ShapeIssue {
  readonly kind: 'unknown-key' | 'type' | 'value' | 'required' | 'range' | 'size';
  readonly path: ConfigPath;
  /** The value as it was found; absent where it is missing. */
  readonly actual?: unknown;
  /** What was expected, for people. */
  readonly expected: string;
  /** The nearest known word, where one is near. */
  readonly nearest?: string;
  /** The values there are to choose from. */
  readonly choices?: readonly (string | number)[];
}

/** The issues, and the value without them. */
export interface ShapeResult {
  readonly issues: readonly ShapeIssue[];
  readonly value: unknown;
}

/** What becomes of a key that is probably another one, misspelt: `meant` keeps it under that one, `dropped` does not. */
export type Slips = 'meant' | 'dropped';

/** Checks a value against a schema. The issues are the same, whatever becomes of slips; what is in one is not judged. */
export function checkShape(schema: Schema, value: unknown, slips: Slips = 'meant'): ShapeResult {
  const issues: ShapeIssue[] = [];
  const repaired = check(schema, value, [], { issues, slips });
  return { issues, value: repaired };
}

/** What is found on the way through a value. */
interface Found {
  readonly issues: ShapeIssue[];
  readonly slips: Slips;
}

function check(schema: Schema, value: unknown, path: ConfigPath, found: Found): unknown {
  const { issues } = found;
  const node = dereference(schema);
  if (node.type === undefined) return value;
  const types = typeof node.type === 'string' ? [node.type] : node.type;
  if (!types.some(type => hasType(value, type))) {
    issues.push({ kind: 'type', path, actual: value, expected: types.map(article).join(' or '), choices: node.enum });
    return undefined;
  }
  if (node.enum && !node.enum.includes(value as string)) {
    const known = node.enum.map(String);
    issues.push({
      kind: 'value',
      path,
      actual: value,
      expected: `one of ${known.join(', ')}`,
      nearest: nearest(String(value), known),
      choices: node.enum,
    });
    return undefined;
  }
  if (typeof value === 'number') checkRange(node, value, path, issues);
  return typeof value === 'object' && value !== null ? checkParts(node, value, path, found) : value;
}

/** Values that are as the schema wants them; many clusters share those of a profile. */
const SOUND = new WeakMap<Schema, WeakSet<object>>();

/** What needs no repair stays the same object. */
function checkParts(node: Schema, value: object, path: ConfigPath, found: Found): unknown {
  const sound = SOUND.get(node) ?? new WeakSet();
  if (sound.has(value)) return value;
  SOUND.set(node, sound);
  const before = found.issues.length;
  const repaired = Array.isArray(value)
    ? checkList(node, value, path, found)
    : checkMap(node, value as Record<string, unknown>, path, found);
  if (found.issues.length > before) return repaired;
  sound.add(value);
  return value;
}

function checkRange(node: Schema, value: number, path: ConfigPath, issues: ShapeIssue[]): void {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = node;
  if (value >= minimum && value <= maximum) return;
  const expected = maximum === Number.POSITIVE_INFINITY ? `at least ${minimum}` : `${minimum} to ${maximum}`;
  issues.push({ kind: 'range', path, actual: value, expected });
}

function checkList(node: Schema, value: readonly unknown[], path: ConfigPath, found: Found): unknown[] {
  const items = node.items ?? {};
  // A stand-in for an item that was refused keeps the index of those behind it.
  return value.map((item, index) => check(items, item, [...path, index], found) ?? emptyOf(items));
}

/** Labels, annotations, a node selector: cdk8s needs a time for them that grows with the square of their number. */
const MOST_KEYS = 1_000;

function isMapOfScalars({ additionalProperties: items }: Schema): boolean {
  if (typeof items !== 'object' || items.not !== undefined) return false;
  const { type } = dereference(items);
  return type !== undefined && type !== 'object' && type !== 'array';
}

function checkMap(
  node: Schema,
  value: Readonly<Record<string, unknown>>,
  path: ConfigPath,
  found: Found,
): Record<string, unknown> {
  const { issues, slips } = found;
  const size = Object.keys(value).length;
  if (size > MOST_KEYS && isMapOfScalars(node)) {
    issues.push({ kind: 'size', path, actual: size, expected: `at most ${MOST_KEYS} keys` });
    return {};
  }
  const properties = node.properties ?? {};
  const known = Object.keys(properties);
  const repaired: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const free = typeof node.additionalProperties === 'object' && !node.additionalProperties.not;
    if (property === undefined && !free) {
      const meant = nearest(key, known);
      issues.push({
        kind: 'unknown-key',
        path: [...path, key],
        actual: item,
        expected: known.join(', '),
        nearest: meant,
      });
      if (meant !== undefined && slips === 'meant' && !Object.hasOwn(value, meant)) {
        keep(repaired, meant, check(properties[meant] ?? {}, item, [], { issues: [], slips }));
      }
      continue;
    }
    keep(repaired, key, check(property ?? (node.additionalProperties as Schema), item, [...path, key], found));
  }
  for (const key of node.required ?? []) {
    if (Object.hasOwn(repaired, key)) continue;
    const reported = Object.hasOwn(value, key) || issues.some(issue => isSlipOf(issue, [...path, key]));
    if (!reported) issues.push(missing(properties[key], [...path, key]));
    keep(repaired, key, emptyOf(properties[key]));
  }
  return repaired;
}

function missing(schema: Schema | undefined, path: ConfigPath): ShapeIssue {
  return { kind: 'required', path, expected: describe(schema), choices: dereference(schema ?? {}).enum };
}

function keep(target: PlainMap, key: string, value: unknown): void {
  if (value !== undefined) setKey(target, key, value);
}

/** Whether the issue is a key beside the one at `path` that was probably meant to be it. */
const isSlipOf = ({ kind, path: slip, nearest: meant }: ShapeIssue, path: ConfigPath): boolean =>
  kind === 'unknown-key' &&
  meant === path.at(-1) &&
  slip.length === path.length &&
  path.slice(0, -1).every((key, index) => slip[index] === key);

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
    default:
      return typeof value === type;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

const article = (type: string): string => WORDS[type] ?? type;

function describe(schema: Schema | undefined): string {
  const node = dereference(schema ?? {});
  if (node.enum) return `one of ${node.enum.join(', ')}`;
  const items = dereference(node.items ?? {}).enum;
  if (items) return `a list of ${items.join(', ')}`;
  return article(String(node.type ?? 'a value'));
}

/** Something of the right type to stand in for a missing value, which rules read as "not set". */
function emptyOf(schema: Schema | undefined): unknown {
  const node = dereference(schema ?? {});
  if (node.enum) return node.enum[0];
  switch (node.type) {
    case 'array':
      return [];
    case 'object':
      return checkMap(node, {}, [], { issues: [], slips: 'dropped' });
    case 'integer':
    case 'number':
      return node.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return '';
  }
}
