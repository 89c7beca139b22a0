/** "nfs" and "aro": the answer to words that are not known here, and that people write all the same. */

import type { ConfigPath } from '../../findings/finding';
import { CLUSTER_WORDS, CREDENTIAL_WORDS } from './cluster';
import type { CommonWord, Words } from './common-word';
import { ODF_WORDS, STORAGE_WORDS } from './storage';
import { VALUE_WORDS } from './values';

/** Words for keys, by where the key was written. */
const KEY_WORDS: ReadonlyMap<string, Words> = new Map([
  ['', CLUSTER_WORDS],
  ['storage', STORAGE_WORDS],
  ['storage.odf', ODF_WORDS],
  ['credentials', CREDENTIAL_WORDS],
]);

const normalise = (word: string): string => word.toLowerCase().replace(/[-_ ]/g, '');

const find = (words: Words | undefined, word: string): CommonWord | undefined =>
  words?.find(([known]) => known.split(' ').includes(normalise(word)))?.[1];

/** Path without indexes of lists. */
const dotted = (path: ConfigPath): string => path.filter(part => typeof part === 'string').join('.');

/** The answer to a key that is not known at this path below a cluster. */
export const wordForKey = (path: ConfigPath): CommonWord | undefined =>
  find(KEY_WORDS.get(dotted(path.slice(0, -1))), String(path.at(-1)));

/** The answer to a value that is not allowed at this path below a cluster. */
export const wordForValue = (path: ConfigPath, value: unknown): CommonWord | undefined =>
  find(VALUE_WORDS.get(dotted(path)), String(value));

/** One word at the place that it is for. */
export interface PlacedWord {
  readonly place: string;
  readonly word: string;
  readonly answer: CommonWord;
}

const placed = (all: ReadonlyMap<string, Words>): readonly PlacedWord[] =>
  [...all].flatMap(([place, words]) =>
    words.flatMap(([known, answer]) => known.split(' ').map(word => ({ place, word, answer }))),
  );

/** Every word that has an answer. */
export const COMMON_WORDS = { keys: placed(KEY_WORDS), values: placed(VALUE_WORDS) } as const;
