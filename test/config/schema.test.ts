import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const schema = JSON.parse(read(root, 'schema', 'fleet.schema.json'));

/** What `src/config/schema.ts` knows, with what each may hold; everything else would be ignored in silence. */
const KNOWN: Readonly<Record<string, (value: unknown) => boolean>> = {
  $ref: value => typeof value === 'string' && value.startsWith('#/definitions/'),
  type: value => [value].flat().every(type => TYPES.includes(String(type))),
  properties: isMap,
  required: Array.isArray,
  additionalProperties: value => value === false || isMap(value),
  items: isMap,
  enum: Array.isArray,
  minimum: value => typeof value === 'number',
  maximum: value => typeof value === 'number',
  not: value => JSON.stringify(value) === '{}',
  description: value => typeof value === 'string',
  default: () => true,
};
const TYPES = ['object', 'array', 'string', 'boolean', 'integer', 'number'];

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function odd(node: Readonly<Record<string, unknown>>, path: string): readonly string[] {
  const here = Object.entries(node).filter(([keyword, value]) => !KNOWN[keyword]?.(value));
  const children = [
    ...Object.entries((node.properties ?? {}) as object).map(([name, child]) => [`${path}.${name}`, child] as const),
    [`${path}[]`, node.items] as const,
    [`${path}{}`, node.additionalProperties] as const,
  ].filter(([, child]) => isMap(child));
  return [
    ...here.map(([keyword]) => `${path}: ${keyword}`),
    ...children.flatMap(([where, child]) => odd(child, where)),
  ];
}

test('the schema uses only what the check at run time understands', () => {
  const { $schema, title, definitions, ...fleet } = schema;
  expect([$schema, title].every(text => typeof text === 'string')).toBe(true);
  const types = Object.entries({ ...definitions, Fleet: fleet }) as [string, Record<string, unknown>][];
  expect(types.length).toBeGreaterThan(50);
  expect(types.flatMap(([name, type]) => odd(type, name))).toEqual([]);
});

test('every map says what it may hold', () => {
  const open = Object.entries(schema.definitions as Record<string, Record<string, unknown>>).filter(
    ([, type]) => type.type === 'object' && type.additionalProperties === undefined,
  );
  expect(open.map(([name]) => name)).toEqual([]);
});
