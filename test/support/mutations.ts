/** Configurations for property tests: those of the rules' examples, and what people, and cats, make of them. */

import fc from 'fast-check';
import { parse } from 'yaml';
import { ALL_RULES } from '../../src/rules/catalogue';
import { dedent } from './fleet';

type Plain = Record<string, unknown>;

/** Every example of every rule, as one cluster. */
export const EXAMPLES: readonly Plain[] = ALL_RULES.flatMap(({ bad, good }) => [bad, good]).map(yaml => ({
  name: 'example',
  openshift: '4.14',
  ...(parse(dedent(yaml)) as Plain),
}));

const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  '4.10',
  'null',
  '\u0000',
  'a\nb',
  '\u001b[31m',
  '\ud800',
  'é…漢字😀',
  '../../etc/passwd',
  '{{ x }}',
  'a'.repeat(300),
  'https://user:pw@h:99999/?q#f',
  'http://[::1',
  'https://%zz',
  0,
  -0,
  -1,
  1.5,
  1e21,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [''],
  [{}],
  { '': '' },
  { constructor: 1 },
  { toString: {} },
];
const WORDS = ['constructor', '__proto__', 'toString', '', 'a b', 'NAME', 'storage', 'name', 'pemFile', 'secret', 'é'];

/** Any odd value. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** An example, and the same with some of its places changed: dropped, renamed, replaced, doubled, or taken from another one. */
export const mutation: fc.Arbitrary<{ readonly before: Plain; readonly after: Plain }> = fc
  .record({
    example: fc.nat({ max: 1_000_000 }),
    donor: fc.nat({ max: 1_000_000 }),
    changes: fc.array(
      fc.record({
        place: fc.nat({ max: 1_000_000 }),
        kind: fc.constantFrom('drop', 'rename', 'replace', 'replace', 'double', 'add', 'graft'),
        word: fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 8 })),
        value: oddValue,
      }),
      { minLength: 0, maxLength: 4 },
    ),
  })
  .map(({ example, donor, changes }) => {
    const before = pick(EXAMPLES, example);
    const after = copyOf(before);
    for (const change of changes) mutate(after, pick(EXAMPLES, donor), change);
    return { before, after };
  });

/** The changed one alone. */
export const mutated: fc.Arbitrary<Plain> = mutation.map(({ after }) => after);

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

interface Change {
  readonly place: number;
  readonly kind: string;
  readonly word: string;
  readonly value: unknown;
}

function mutate(config: Plain, donor: Plain, { place, kind, word, value }: Change): void {
  const places = [...placesOf(config)];
  if (places.length === 0) return;
  const { parent, key } = pick(places, place);
  const holder = parent as Plain;
  if (kind === 'graft') {
    const name = pick(Object.keys(donor), place);
    set(config, name, copyOf(donor[name]));
  } else if (kind === 'drop') drop(holder, key);
  else if (kind === 'rename') {
    set(holder, word, holder[key]);
    drop(holder, key);
  } else if (kind === 'replace') set(holder, key, value);
  else if (kind === 'add') set(holder, word, value);
  else if (Array.isArray(parent)) parent.push(copyOf(holder[key]));
  else set(holder, `${key}2`, copyOf(holder[key]));
}

/** A copy of plain data; those of `structuredClone` have prototypes that only Node itself knows under jest. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Plain = {};
  for (const [key, item] of Object.entries(value)) set(copy, key, copyOf(item));
  return copy as T;
}

function drop(holder: Plain | unknown[], key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** As a YAML file would, also where the key is `__proto__`. */
function set(holder: Plain | unknown[], key: string, value: unknown): void {
  if (Array.isArray(holder)) {
    const index = /^[0-9]+$/.test(key) ? Math.min(Number(key), holder.length) : holder.length;
    holder[index] = value;
  } else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function* placesOf(node: unknown): Generator<{ readonly parent: Plain | unknown[]; readonly key: string }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    yield { parent: node as Plain, key };
    yield* placesOf(value);
  }
}
