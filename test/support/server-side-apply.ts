/**
 * Server-side apply on plain objects: who owns which field, and what becomes of fields an applier no longer sends.
 * Maps are granular and lists atomic, as they are in the registry's spec.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */

/** Any value of a manifest. */
export type Value = string | number | boolean | null | readonly Value[] | Fields;
/** A map of a manifest. */
export interface Fields {
  readonly [key: string]: Value;
}

/** An object as the API server keeps it. */
export interface LiveObject {
  readonly fields: Fields;
  /** Fields each manager owns, as JSON pointers. Those of `apply` and of `update` are told apart. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How a manager writes; one name writing both ways counts as two managers. */
export const applier = (manager: string): string => `${manager} (Apply)`;
export const updater = (manager: string): string => `${manager} (Update)`;

const isMap = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: Value): boolean => isMap(value) && Object.keys(value).length === 0;
const escapeKey = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

/** Pointers of all leaves, with their values: scalars, lists, and maps without entries. */
export function leaves(value: Value, pointer = ''): ReadonlyMap<string, Value> {
  if (!isMap(value) || isEmpty(value)) return new Map([[pointer, value]]);
  const found = Object.entries(value).flatMap(([key, child]) => [...leaves(child, `${pointer}/${escapeKey(key)}`)]);
  return new Map(found);
}

/** Applies a configuration by force, as Argo CD does. Nulls say nothing: server-side apply has no way to remove by one. */
export function apply(live: LiveObject | undefined, manager: string, config: Fields): LiveObject {
  const wanted = leaves(withoutNulls(config) as Fields);
  const before = live?.owners.get(applier(manager)) ?? new Set<string>();
  const others = [...(live?.owners ?? [])].filter(([name]) => name !== applier(manager));
  const ownedByOthers = new Set(others.flatMap(([, owned]) => [...owned]));
  const dropped = [...before].filter(pointer => !wanted.has(pointer) && !ownedByOthers.has(pointer));
  const merged = merge(live?.fields ?? {}, withoutNulls(config) as Fields) as Fields;
  const fields = (without(merged, new Set(dropped)) ?? {}) as Fields;
  const losing = (pointer: string): boolean => wanted.has(pointer) && !same(live?.fields, fields, pointer);
  const remaining = others.map(([name, owned]) => [name, filtered(owned, pointer => !losing(pointer))] as const);
  return { fields, owners: new Map([...remaining, [applier(manager), new Set(wanted.keys())]]) };
}

/** Writes a whole object; what it changed belongs to the writer from then on. */
export function update(live: LiveObject, manager: string, fields: Fields): LiveObject {
  const after = leaves(fields);
  const changed = new Set([...after.keys()].filter(pointer => !same(live.fields, fields, pointer)));
  const owners = [...live.owners].map(
    ([name, owned]) => [name, filtered(owned, pointer => after.has(pointer) && !changed.has(pointer))] as const,
  );
  const own = new Set([...(new Map(owners).get(updater(manager)) ?? []), ...changed]);
  return { fields, owners: new Map([...owners, [updater(manager), own]]) };
}

/** An RFC 7386 merge patch: nulls remove; what it sets belongs to the patcher, what it removes to nobody. */
export function mergePatch(live: LiveObject, manager: string, patch: Fields): LiveObject {
  return update(live, manager, merge(live.fields, patch, true) as Fields);
}

const filtered = (set: ReadonlySet<string>, keep: (pointer: string) => boolean): ReadonlySet<string> =>
  new Set([...set].filter(keep));

const same = (a: Fields | undefined, b: Fields, pointer: string): boolean => {
  const old = a === undefined ? undefined : at(a, pointer);
  return JSON.stringify(old) === JSON.stringify(at(b, pointer));
};

/** The value a pointer leads to. */
export function at(fields: Fields, pointer: string): Value | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  return keys.reduce<Value | undefined>((value, key) => (isMap(value) ? value[key] : undefined), fields);
}

function withoutNulls(value: Value): Value {
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutNulls(child)]));
}

function merge(live: Value | undefined, change: Value, nullRemoves = false): Value {
  if (!isMap(change)) return change;
  const result: Record<string, Value> = isMap(live) ? { ...live } : {};
  for (const [key, child] of Object.entries(change)) {
    if (nullRemoves && child === null) delete result[key];
    else result[key] = merge(result[key], child, nullRemoves);
  }
  return result;
}

/** Takes leaves away, and the maps that had nothing else in them. */
function without(value: Value, dropped: ReadonlySet<string>, pointer = ''): Value | undefined {
  if (dropped.has(pointer)) return undefined;
  if (!isMap(value) || isEmpty(value)) return value;
  const kept = Object.entries(value).flatMap(([key, child]) => {
    const rest = without(child, dropped, `${pointer}/${escapeKey(key)}`);
    return rest === undefined ? [] : [[key, rest] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
