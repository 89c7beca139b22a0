/** What the takeover script gets: the patch that gives the Config to git, and what else belongs to git alone. */

import { copyOf, type PlainMap } from '../../config/plain-map';
import type { FieldPath, TakeoverModel } from '../../model/takeover';
import { setKey } from '../../values/set-key';

/** A spec as the Config has it. */
type Spec = Readonly<Record<string, unknown>>;

/** The script's environment. */
export type TakeoverTask = Readonly<Record<string, string>>;

/** What the script is given. `spec` is that of the Config that Argo CD applies. */
export function takeoverTask({ remove, keep, fields }: TakeoverModel, spec: Spec): TakeoverTask {
  const stated = fields.includes('storage') ? pick(spec, WITH_STORAGE) : {};
  const owned = [...Object.keys(stated), ...fields.filter(field => !Object.hasOwn(stated, field))];
  return {
    PATCH: json({ spec: merged(nullsAt(remove), stated) }),
    KEEP: keep.map(({ path, keys }) => [path.join('.'), ...keys].join(' ')).join('\n'),
    FIELDS: owned.join(' '),
    NEW: json({ spec: { managementState: 'Unmanaged', ...pick(spec, NEEDED) }, ...HEAD }),
  };
}

/** Beside the storage, what the operator checks when it adopts a ReadWriteOnce volume. */
const WITH_STORAGE = ['storage', 'replicas', 'rolloutStrategy'] as const;

/** Without these the API server refuses a Config; `logging` up to OpenShift 4.5. */
const NEEDED = ['replicas', 'logging'] as const;

const HEAD = {
  apiVersion: 'imageregistry.operator.openshift.io/v1',
  kind: 'Config',
  metadata: { name: 'cluster' },
} as const;

interface Tree {
  [key: string]: Tree | null;
}

/** A merge patch that removes every field named. */
export function nullsAt(paths: readonly FieldPath[]): Tree {
  const root: Tree = {};
  for (const path of paths) {
    let node = root;
    for (const step of path.slice(0, -1)) {
      const next = node[step] ?? {};
      node[step] = next;
      node = next;
    }
    node[path.at(-1) ?? ''] = null;
  }
  return root;
}

const isMap = (value: unknown): value is Spec => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Both merged; the second wins. */
function merged(a: Spec, b: Spec): Spec {
  const both = copyOf(a);
  for (const [key, value] of Object.entries(b)) {
    const other = a[key];
    setKey(both, key, isMap(other) && isMap(value) ? merged(other, value) : value);
  }
  return both;
}

function pick(spec: Spec, keys: readonly string[]): Spec {
  const picked: PlainMap = {};
  for (const key of keys) if (spec[key] !== undefined) picked[key] = spec[key];
  return picked;
}

/** JSON that people can read, its keys sorted, the same on every run. */
const json = (value: unknown): string => JSON.stringify(sorted(value), null, 2);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMap(value)) return value;
  const map: PlainMap = {};
  for (const key of Object.keys(value).sort()) setKey(map, key, sorted(value[key]));
  return map;
}
