/**
 * What a generated class writes, without running it. The class lists every field of its API to write the few that are set, which
 * would take most of the time of a build. All it does is leave out what is absent or not in the API, give some keys another name
 * (`projectId` is written as `projectID`), and unwrap quantities. `imports/fields.json` says what it does with each property;
 * `scripts/fields.mjs` reads that from the generated functions, and fails where one does anything else.
 */

import type { GroupVersionKind } from 'cdk8s';
import table from '../../../imports/fields.json';
import type { PlainMap } from '../../config/plain-map';
import { onceFor } from '../../values/once-for';
import { isPlain } from '../../values/plain';
import { withItems, withKeys, withoutAbsent } from './without-absent';

/** The types of a generated module, by name. The properties of a kind are a type; `kinds` has it by API version and kind. */
interface Module {
  readonly kinds: Readonly<Record<string, string>>;
  /** The properties of each, as words: nothing is written for any other. */
  readonly types: Readonly<Record<string, string>>;
}

/**
 * A property: its name, the key that is written if it is another one, one of `FORMS`, and the type of the objects in it.
 * `region`, `keyId=keyID`, `nodeSelector:map`, `tolerations:objects:ConfigSpecTolerations`.
 */
const PROPERTY = /^([^=:]+)(?:=([^=:]+))?(?::(\w+))?(?::(\w+))?$/;

const MODULES: readonly Module[] = Object.values(table);

/**
 * The object as its class writes it; what of it is the same as in the properties is the very same object. Undefined where only the
 * class itself can write it: its kind is not in the table, or a value that should be a list or a plain map is something else.
 */
export function writtenByFields(gvk: GroupVersionKind, props: unknown): PlainMap | undefined {
  try {
    return { apiVersion: gvk.apiVersion, kind: gvk.kind, ...writerOf(gvk)(props) };
  } catch (error) {
    if (error instanceof Unforeseen) return undefined;
    throw error;
  }
}

class Unforeseen extends Error {}

function unforeseen(): never {
  throw new Unforeseen();
}

/** Writes a value that is neither null nor undefined. */
type Write<Written = unknown> = (value: unknown) => Written;

const writerOf = onceFor(({ apiVersion, kind }: GroupVersionKind): Write<PlainMap> => {
  const name = `${apiVersion} ${kind}`;
  const module = MODULES.find(({ kinds }) => name in kinds);
  return module ? objectWriter(module, module.kinds[name]) : unforeseen;
});

/** Writes objects of a type. Its properties are looked up for the first one: few types are used, and some hold themselves. */
function objectWriter(module: Module, type = ''): Write<PlainMap> {
  let properties: ReadonlyMap<string, PropertyWriter> | undefined;
  let keyOf: ((name: string) => string) | undefined;
  const write = (value: unknown, name: string): unknown =>
    isAbsent(value) ? undefined : properties?.get(name)?.write(value);
  return value => {
    if (properties === undefined) {
      properties = propertyWriters(module, type);
      keyOf = keyOfEach(properties);
    }
    return withKeys(mapIn(value), write, keyOf);
  };
}

/** What each property is called where it is written; undefined where all have the same name. */
function keyOfEach(properties: ReadonlyMap<string, PropertyWriter>): ((name: string) => string) | undefined {
  const isSame = [...properties].every(([name, { key }]) => name === key);
  return isSame ? undefined : name => properties.get(name)?.key ?? name;
}

interface PropertyWriter {
  readonly key: string;
  readonly write: Write;
}

const propertyWriters = (module: Module, type: string): ReadonlyMap<string, PropertyWriter> =>
  new Map(
    module.types[type]?.split(' ').map(property => {
      const [, name = '', key = name, form = 'value', below] = PROPERTY.exec(property) ?? [];
      const write = FORMS[form] ?? (() => unforeseen);
      return [name, { key, write: write(objectWriter(module, below)) }];
    }),
  );

/** How the value of a property is written, given how the objects in it are. */
const FORMS: Readonly<Record<string, (object: Write) => Write>> = {
  value: () => withoutAbsent,
  list: () => value => withoutAbsent(listIn(value)),
  map: () => value => withoutAbsent(mapIn(value)),
  object: object => object,
  objects: object => value => withItems(listIn(value), item => (isAbsent(item) ? undefined : object(item))),
  wrapped: () => valueIn,
  wrappedMap: () => value => withKeys(mapIn(value), item => (isAbsent(item) ? undefined : valueIn(item))),
};

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : unforeseen());
const mapIn = (value: unknown): PlainMap => (isPlain(value) ? value : unforeseen());

/** Quantities, and numbers that may be texts, are objects of a class with one value. */
const valueIn = (value: unknown): unknown =>
  (typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined) ?? unforeseen();
