/** Values that are safe to show: more people read a review than the cluster's Secrets. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { hideCredentials } from '../findings/credential-text';
import { setKey } from '../values/set-key';
import type { FieldPath } from './change';

const HIDDEN = '[hidden]';
const CIPHERTEXT = '[ciphertext]';

/** The value at a path of an object of the kind, without credentials. */
export function shownValue(kind: string, path: FieldPath, value: unknown): unknown {
  const veil = veilOf(kind, path);
  if (veil !== undefined) return veilAll(value, veil);
  if (typeof value === 'string') return hideCredentials(value);
  if (Array.isArray(value)) return value.map(item => shownValue(kind, [...path, '*'], item));
  if (!isPlainMap(value)) return value;
  return isNamedCredential(value)
    ? { ...value, value: HIDDEN }
    : mapValues(value, (key, item) => shownValue(kind, [...path, key], item));
}

/** A path may contain a credential too: a key of a ConfigMap or an annotation. */
export const shownPath = (path: FieldPath): FieldPath => path.map(hideCredentials);

function veilOf(kind: string, path: FieldPath): string | undefined {
  if (kind === 'Secret' && (path[0] === 'data' || path[0] === 'stringData')) return HIDDEN;
  if (kind === 'SealedSecret' && path[0] === 'spec' && path[1] === 'encryptedData') return CIPHERTEXT;
  if (path[path.length - 1] === 'httpSecret') return HIDDEN;
  const last = path[path.length - 1] ?? '';
  const variable = /^\[(.*)\]$/.exec(path[path.length - 2] ?? '')?.[1];
  return last === 'value' && variable !== undefined && SENSITIVE.test(variable) ? HIDDEN : undefined;
}

function veilAll(value: unknown, veil: string): unknown {
  if (isPlainMap(value)) return mapValues(value, (_, item) => veilAll(item, veil));
  return value === undefined ? undefined : veil;
}

const SENSITIVE = /pass|secret|token|credential|apikey|private_?key|access_?key/i;

/** `{name: PASSWORD, value: …}`, as in the `env` of a container. */
const isNamedCredential = (value: PlainMap): boolean =>
  typeof value.name === 'string' && typeof value.value === 'string' && SENSITIVE.test(value.name);

function mapValues(map: PlainMap, change: (key: string, value: unknown) => unknown): PlainMap {
  const changed: PlainMap = {};
  for (const [key, value] of Object.entries(map)) setKey(changed, hideCredentials(key), change(key, value));
  return changed;
}
