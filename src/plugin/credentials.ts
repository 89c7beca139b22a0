/** The operator's Secret among the manifests of others: which keys it has, never their values. */

import type { PlainMap } from '../config/plain-map';
import { REGISTRY_NAMESPACE, USER_SECRET } from '../facts/names';
import { textOf } from '../values/text-of';
import { type Emitted, mapAt } from './objects';

/** What is known of the Secret. */
export interface GivenCredentials {
  readonly object: Emitted;
  /** Its keys; unknown if the store decides them. */
  readonly keys: readonly string[] | undefined;
  /** As `credentials` of a cluster. */
  readonly settings: PlainMap;
}

/** The Secret, or the object that creates it. */
export function givenCredentials(objects: readonly Emitted[]): GivenCredentials | undefined {
  const object = objects.find(one => one.namespace === REGISTRY_NAMESPACE && secretName(one) === USER_SECRET);
  if (object === undefined) return undefined;
  const keys = keysOf(object);
  return { object, keys, settings: settingsOf(keys) };
}

function secretName({ kind, name, object }: Emitted): string | undefined {
  if (kind === 'Secret' || kind === 'SealedSecret') return name;
  return kind === 'ExternalSecret' ? textOf(mapAt(object, 'spec', 'target').name ?? name) : undefined;
}

function keysOf({ kind, object }: Emitted): readonly string[] | undefined {
  const { data, dataFrom } = mapAt(object, 'spec');
  if (kind === 'Secret') return Object.keys({ ...mapAt(object, 'data'), ...mapAt(object, 'stringData') });
  if (kind === 'SealedSecret') return Object.keys(mapAt(object, 'spec', 'encryptedData'));
  const { data: texts, mergePolicy } = mapAt(object, 'spec', 'target', 'template');
  const template = Object.keys(mapAt(texts));
  if (template.length > 0 && mergePolicy !== 'Merge') return template;
  if (dataFrom !== undefined) return undefined;
  return [...template, ...(Array.isArray(data) ? data : []).map(item => textOf(mapAt(item).secretKey ?? ''))];
}

/** Rules see a store with these keys; its address does not matter to them. */
function settingsOf(keys: readonly string[] | undefined): PlainMap {
  if (keys === undefined) return { existingSecret: {} };
  const has = (part: string): boolean => keys.includes(`REGISTRY_STORAGE_SWIFT_${part}`);
  const swiftAuth = has('TOKENID') ? 'token' : has('APPLICATIONCREDENTIALID') ? 'applicationCredential' : undefined;
  // From 4.10 to 4.14 Swift wants the keys of the other kind of login too, empty: they are not a mistake.
  const told = swiftAuth === undefined ? keys : keys.filter(key => !/^REGISTRY_STORAGE_SWIFT_(USER|PASS)/.test(key));
  const properties = Object.fromEntries(told.map(key => [key, key]));
  return {
    externalSecret: { store: { name: 'manifests' }, key: 'manifests', properties },
    swiftAuth,
  };
}
