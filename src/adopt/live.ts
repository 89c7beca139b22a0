/** The content of a dump, without credentials. */

import type { PlainMap } from '../config/plain-map';
import type { ADOPT_CODES } from '../findings/adopt-codes';
import { ADOPT_CODES as CODES } from '../findings/adopt-codes';
import { type OwnWords, problemOf } from '../findings/catalogue-entry';
import type { ConfigPath, Finding } from '../findings/finding';
import type { Source } from '../load/source';

/** An object as the API server returned it, with its place in the file. */
export interface LiveObject {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: PlainMap;
  readonly source: Source;
  readonly document: number;
  readonly path: ConfigPath;
}

/** One cluster at one moment. */
export interface Dump {
  /** Files as the user named them. */
  readonly files: readonly string[];
  readonly objects: readonly LiveObject[];
  /** Names of Secrets in the registry's namespace; undefined if the dump does not list them. */
  readonly secrets: ReadonlySet<string> | undefined;
}

/** API group of each kind that is read: other groups have kinds of the same names. */
const GROUPS = {
  Config: 'imageregistry.operator.openshift.io',
  ImagePruner: 'imageregistry.operator.openshift.io',
  Image: 'config.openshift.io',
  Infrastructure: 'config.openshift.io',
  Ingress: 'config.openshift.io',
  ClusterVersion: 'config.openshift.io',
  PersistentVolumeClaim: '',
  PersistentVolume: '',
} as const;

/** The object of a kind, if the dump has it. */
export const find = (
  { objects }: Dump,
  kind: keyof typeof GROUPS,
  name: string,
  namespace?: string,
): LiveObject | undefined =>
  objects.find(
    object =>
      object.kind === kind && object.group === GROUPS[kind] && object.name === name && object.namespace === namespace,
  );

/** A finding at a place of an object. */
export const findingAt = (
  code: keyof typeof ADOPT_CODES,
  object: LiveObject,
  path: ConfigPath,
  what: string,
  own?: OwnWords,
): Finding => ({
  ...problemOf(CODES[code], path, what, own),
  place: object.source.locate(object.document, [...object.path, ...path]).place,
});

/** A finding on a dump as a whole. */
export const findingOn = (code: keyof typeof ADOPT_CODES, file: string, what: string, own?: OwnWords): Finding => ({
  ...problemOf(CODES[code], [], what, own),
  place: { file, line: 1, column: 1 },
});
