/** An API server of a few verbs, in memory: server-side apply, merge and JSON patches, owners of fields, versions. */

import {
  applier,
  apply,
  type Fields,
  type LiveObject,
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
}

/** One entry of `metadata.managedFields`. */
interface ManagedFields {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly fieldsType: 'FieldsV1';
  readonly fieldsV1: Fields;
}

/** The server. Whoever watches is called after each write that changed something. */
export class FakeApi {
  private readonly stored = new Map<string, Stored>();
  private clock = 0;
  private watching = false;
  public watch: (key: ObjectKey) => void = () => undefined;

  /** Every write that changed something: who, and what kind of object. */
  public readonly writes: string[] = [];

  /** An object with resourceVersion and managedFields, or undefined. */
  public get(key: ObjectKey): Fields | undefined {
    const object = this.stored.get(text(key));
    if (object === undefined) return undefined;
    const { metadata, ...rest } = object.fields;
    const server = { resourceVersion: String(object.version), managedFields: managedFields(object) };
    return { ...rest, metadata: { ...(metadata as Fields), ...server } } as unknown as Fields;
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

  /** Server-side apply with force. */
  public apply(key: ObjectKey, manager: string, config: Fields): void {
    this.store(key, manager, apply(this.stored.get(text(key)), manager, config));
  }

  /** A full write, as controllers do it. */
  public put(key: ObjectKey, manager: string, fields: Fields): void {
    const live = this.stored.get(text(key)) ?? { fields: {}, owners: new Map() };
    this.store(key, manager, update(live, manager, fields));
  }

  /** A merge patch: nulls remove. */
  public mergePatch(key: ObjectKey, manager: string, patch: Fields): void {
    this.store(key, manager, mergePatch(this.existing(key), manager, patch));
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
    this.stored.set(text(key), { fields, owners: kept, version: this.clock });
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
