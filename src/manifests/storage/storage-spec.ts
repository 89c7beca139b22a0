/** `spec.storage` of the Config: one backend, in the words of the generated class. */

import type { ConfigSpecStorage } from '../../../imports/imageregistry.operator.openshift.io';
import type { PlainMap } from '../../config/plain-map';
import type { StorageModel } from '../../model/storage-model';
import { remembered } from '../../values/remembered';
import { setKey } from '../../values/set-key';

/** What the storage of a Config depends on. */
export type SpecStorage = Pick<StorageModel, 'backend' | 'fields' | 'managementState'>;

/** As much of a storage. */
export const specStorage = ({ backend, fields, managementState }: StorageModel): SpecStorage => ({
  backend,
  fields,
  managementState,
});

/** The storage of a Config. */
export function storageSpec({ backend, fields, managementState }: SpecStorage): ConfigSpecStorage {
  return { [backend]: inGeneratedWords(fields), managementState };
}

/** The generated classes write abbreviations as words, at every level: `keyID` is `keyId`, and `authURL` is `authUrl`. */
export function inGeneratedWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inGeneratedWords);
  if (typeof value !== 'object' || value === null) return value;
  const map: PlainMap = {};
  for (const [key, item] of Object.entries(value)) setKey(map, asWord(key), inGeneratedWords(item));
  return map;
}

const asWord = remembered((name: string): string =>
  name.replace(/([A-Z])([A-Z]+)(?![a-z])/g, (_, first: string, rest: string) => first + rest.toLowerCase()),
);
