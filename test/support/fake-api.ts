/** An API server of a few verbs, in memory: server-side apply, merge and JSON patches, owners of fields, versions. */

import {
  applier,
  apply,
  at,
  type Fields,
  type LiveObject,
  leaves,
  mergePatch,
  update,
  updater,
  type Value,
} from './server-side-apply';

/** What names an object. */
export interface ObjectKey {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A refusal, as the API server words it. */
export class ApiError extends Error {}

interface Stored extends LiveObject {
  readonly version: number;
  /** How often the spec has changed. */
  readonly generation: number;
  readonly status?: Fields;
}

/** One entry of `metadata.managedFields`. */
interface ManagedFields {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly fieldsType: 'FieldsV1';
  readonly fieldsV1: Fields;
}

/** Who owns the fields of an object that had no record of owners when it was first applied to. */
const BEFORE_FIRST_APPLY = updater('before-first-apply');

/** The server. Whoever watches is called after each write that changed something. */
export class FakeApi {
  private readonly stored = new Map<string, Stored>();
  private clock = 0;
  private watching = false;
  public watch: (key: ObjectKey) => void = () => undefined;
  /** Called for each request that comes from outside: the only time that passes here. */
  public passTime: () => void = () => undefined;

  /** Every write that changed something: who, and what kind of object. */
  public readonly writes: string[] = [];

  /** An object with all that the server adds, or undefined. */
  public get(key: ObjectKey): Fields | undefined {
    const object = this.stored.get(text(key));
    if (object === undefined) return undefined;
    const { version, generation, status } = object;
    const { metadata, ...rest } = object.fields;
    const server = { resourceVersion: String(version), generation, managedFields: managedFields(object) };
    const shown = { ...rest, metadata: { ...(metadata as Fields), ...server } } as unknown as Fields;
    return status === undefined ? shown : { ...shown, status };
  }

  /** The spec alone, as most tests want it. */
  public spec(key: ObjectKey): Fields {
    return (this.stored.get(text(key))?.fields.spec ?? {}) as Fields;
  }

  /** Names of all that own something below a field of the spec. */
  public owners(key: ObjectKey, field: string): readonly string[] {
    const owners = [...(this.stored.get(text(key))?.owners ?? [])];
    const below = (pointer: string): boolean => `${pointer}/`.startsWith(`/spec/${field}/`);
    return owners.filter(([, pointers]) => [...pointers].some(below)).map(([name]) => name);
  }

  /** Server-side apply; without force, values of other owners are left alone by refusing the whole. */
  public apply(key: ObjectKey, manager: string, config: Fields, { force = true } = {}): void {
    const stored = this.stored.get(text(key));
    const live = stored && stored.owners.size === 0 ? recorded(stored) : stored;
    const conflicts = force || live === undefined ? [] : conflictsOf(live, manager, config);
    if (conflicts.length > 0) throw new ApiError(`Apply failed with conflicts: ${conflicts.join(', ')}`);
    this.store(key, manager, apply(live, manager, config));
  }

  /** A full write, as controllers do it. */
  public put(key: ObjectKey, manager: string, fields: Fields): void {
    const live = this.stored.get(text(key));
    const written = update(live ?? { fields: {}, owners: new Map() }, manager, fields);
    this.store(key, manager, live && live.owners.size === 0 ? { ...written, owners: new Map() } : written);
  }

  /** A write of the status alone; it is no change of the spec. */
  public putStatus(key: ObjectKey, status: Fields): void {
    const live = this.existing(key);
    if (canonical(live.status ?? null) === canonical(status)) return;
    this.clock += 1;
    this.stored.set(text(key), { ...live, status, version: this.clock });
  }

  /** Makes an object one from before there were records of owners: no write starts one, except for an apply. */
  public forgetOwners(key: ObjectKey): void {
    this.stored.set(text(key), { ...this.existing(key), owners: new Map() });
  }

  /** A merge patch: nulls remove. */
  public mergePatch(key: ObjectKey, manager: string, patch: Fields): void {
    const live = this.existing(key);
    const patched = mergePatch(live, manager, patch);
    this.store(key, manager, live.owners.size === 0 ? { ...patched, owners: new Map() } : patched);
  }

  /** A JSON patch of `test` and `remove`, of which the owners of fields are taken over as they come out. */
  public jsonPatch(key: ObjectKey, manager: string, operations: readonly Fields[]): void {
    const live = this.existing(key);
    const object = structuredClone(this.get(key)) as Record<string, Value>;
    for (const operation of operations) change(object, operation);
    const metadata = object.metadata as Fields;
    const owners = ownersOf(metadata.managedFields as unknown as readonly ManagedFields[]);
    this.store(key, manager, { fields: live.fields, owners });
  }

  private existing(key: ObjectKey): Stored {
    const live = this.stored.get(text(key));
    if (live === undefined) throw new ApiError(`Error from server (NotFound): ${text(key)} not found`);
    return live;
  }

  private store(key: ObjectKey, manager: string, { fields, owners }: LiveObject): void {
    const before = this.stored.get(text(key));
    refuseInvalid(key, fields);
    const kept = new Map([...owners].map(ownable).filter(([, pointers]) => pointers.size > 0));
    if (before && canonical(before.fields) === canonical(fields) && sameOwners(before.owners, kept)) return;
    this.clock += 1;
    const changed = before === undefined || canonical(before.fields.spec ?? null) !== canonical(fields.spec ?? null);
    const generation = (before?.generation ?? 0) + (changed ? 1 : 0);
    this.stored.set(text(key), { fields, owners: kept, version: this.clock, generation, status: before?.status });
    this.writes.push(`${manager} ${key.kind}`);
    if (this.watching) return;
    this.watching = true;
    this.watch(key);
    this.watching = false;
  }
}

const text = ({ kind, namespace, name }: ObjectKey): string => `${kind} ${namespace}/${name}`;

/** What the API server refuses of the objects at hand. */
function refuseInvalid({ kind }: ObjectKey, fields: Fields): void {
  const { spec, data } = fields as Readonly<Record<string, Fields | undefined>>;
  if (kind === 'Config' && typeof spec?.replicas !== 'number') throw new ApiError('spec.replicas: Required value');
  for (const value of kind === 'Secret' ? Object.values(data ?? {}) : []) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(String(value))) throw new ApiError('illegal base64 data');
  }
}

function canonical(value: Value): string {
  return JSON.stringify(value, (_, item: Value) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

function sameOwners(a: LiveObject['owners'], b: LiveObject['owners']): boolean {
  const lines = (owners: LiveObject['owners']): string =>
    JSON.stringify([...owners].map(([name, pointers]) => [name, ...[...pointers].sort()].join('\n')).sort());
  return lines(a) === lines(b);
}

/** The object with a record of owners: one name owns all there is. */
const recorded = (live: Stored): LiveObject => ({
  ...live,
  owners: new Map([[BEFORE_FIRST_APPLY, new Set(leaves(live.fields).keys())]]),
});

/** Fields that the configuration would change though somebody else owns them. */
function conflictsOf(live: LiveObject, manager: string, config: Fields): readonly string[] {
  const differs = ([pointer, value]: readonly [string, Value]): boolean =>
    canonical(at(live.fields, pointer) ?? null) !== canonical(value);
  const changed = [...leaves(config)].filter(differs).map(([pointer]) => pointer);
  const others = [...live.owners].filter(([name]) => name !== applier(manager));
  return changed.filter(pointer => others.some(([, owned]) => owned.has(pointer)));
}

const NAME = /^(.*) \((Apply|Update)\)$/;

/** What an object is called belongs to nobody. */
const ownable = ([name, pointers]: readonly [string, ReadonlySet<string>]): readonly [string, ReadonlySet<string>] => [
  name,
  new Set([...pointers].filter(pointer => /^\/(spec|data|metadata\/(labels|annotations))\//.test(pointer))),
];

/** Owners as the API shows them: a tree of `f:` keys for each manager. */
function managedFields({ owners }: LiveObject): readonly ManagedFields[] {
  return [...owners].map(([name, pointers]) => {
    const [, manager = '', operation = 'Update'] = NAME.exec(name) ?? [];
    return {
      manager,
      operation: operation as ManagedFields['operation'],
      fieldsType: 'FieldsV1' as const,
      fieldsV1: tree([...pointers]),
    };
  });
}

function tree(pointers: readonly string[]): Fields {
  const root: Record<string, Value> = {};
  for (const pointer of pointers) {
    let node = root;
    for (const step of pointer.split('/').slice(1)) {
      node[`f:${step}`] ??= {};
      node = node[`f:${step}`] as Record<string, Value>;
    }
  }
  return root;
}

function ownersOf(entries: readonly ManagedFields[]): LiveObject['owners'] {
  return new Map(
    entries.map(({ manager, operation, fieldsV1 }) => [
      operation === 'Apply' ? applier(manager) : updater(manager),
      new Set(pointersOf(fieldsV1, '')),
    ]),
  );
}

function pointersOf(node: Fields, pointer: string): readonly string[] {
  const children = Object.entries(node);
  if (children.length === 0) return pointer === '' ? [] : [pointer];
  return children.flatMap(([key, child]) => pointersOf(child as Fields, `${pointer}/${key.slice(2)}`));
}

/** One operation of a JSON patch. */
function change(object: Record<string, Value>, { op, path, value }: Fields): void {
  const steps = String(path).split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], object);
  const map = parent as Record<string, Value> | undefined;
  if (map?.[last] === undefined) throw new ApiError(`the server rejected our request: ${path} does not exist`);
  if (op === 'test' && map[last] !== value)
    throw new ApiError(`the server rejected our request: test of ${path} failed`);
  if (op === 'remove') delete map[last];
}
