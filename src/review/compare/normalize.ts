/** An object in the form in which it is compared. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { setKey } from '../../values/set-key';
import type { FieldPath } from '../change';
import { COPIES, DEFAULTS, DROPS_ZEROS, FORMS, KEPT_ZEROS, SERVER_METADATA } from './fields';
import { matches } from './paths';

/** The object without what the server writes, values in one form; `filled` with what absent fields mean. */
export function normalize(kind: string, value: PlainMap, filled: boolean): PlainMap {
  const { status: _, ...rest } = value;
  const own = { ...rest, ...(isPlainMap(rest.metadata) ? { metadata: ownMetadata(rest.metadata) } : {}) };
  const formed = (form(kind, kind === 'Secret' ? oneData(own) : own, []) ?? {}) as PlainMap;
  return filled ? fill(kind, formed) : formed;
}

function ownMetadata(metadata: PlainMap): PlainMap {
  const entries = Object.entries(metadata).filter(([key]) => !SERVER_METADATA.has(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'annotations' && isPlainMap(value) ? withoutCopies(value) : value]),
  );
}

const withoutCopies = (annotations: PlainMap): PlainMap =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => !COPIES.has(key)));

/** The API server turns `stringData` into `data`. */
function oneData({ stringData, ...secret }: PlainMap): PlainMap {
  if (!isPlainMap(stringData)) return secret;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]);
  return { ...secret, data: { ...(isPlainMap(secret.data) ? secret.data : {}), ...Object.fromEntries(encoded) } };
}

function form(kind: string, value: unknown, path: FieldPath): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(item => form(kind, item, [...path, '*']));
    return items.length === 0 && drops(kind, path) ? undefined : items;
  }
  if (isPlainMap(value)) return formMap(kind, value, path);
  if (drops(kind, path) && (value === false || value === 0 || value === '')) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const row = FORMS.find(candidate => candidate.kind === kind && matches(candidate.pattern, path));
  const formed = row === undefined ? value : row.form(String(value));
  return formed === '0s' && drops(kind, path) ? undefined : formed;
}

function formMap(kind: string, map: PlainMap, path: FieldPath): PlainMap | undefined {
  const formed: PlainMap = {};
  for (const key of Object.keys(map)) {
    const item = form(kind, map[key], [...path, key]);
    if (item !== undefined) setKey(formed, key, item);
  }
  return Object.keys(formed).length === 0 && drops(kind, path) ? undefined : formed;
}

const drops = (kind: string, path: FieldPath): boolean =>
  DROPS_ZEROS.has(kind) && path[0] === 'spec' && !KEPT_ZEROS.some(pattern => matches(pattern, path));

function fill(kind: string, value: PlainMap): PlainMap {
  const rows = Object.hasOwn(DEFAULTS, kind) ? (DEFAULTS[kind] ?? []) : [];
  return rows.reduce((filled, [path, fallback]) => withDefault(filled, path, fallback), value);
}

function withDefault(value: PlainMap, [key = '', ...rest]: FieldPath, fallback: unknown): PlainMap {
  const present = Object.hasOwn(value, key);
  if (rest.length === 0) return present ? value : { ...value, [key]: fallback };
  const inner = present ? value[key] : {};
  return isPlainMap(inner) ? { ...value, [key]: withDefault(inner, rest, fallback) } : value;
}
