/** Keys that cannot be written to a manifest. */

import { isPlainMap } from '../../config/plain-map';
import type { ConfigPath } from '../../findings/finding';
import type { Rule } from '../rule';

/** cdk8s takes a map with the first for an object of a class, and drops the second. */
const RESERVED = new Set(['constructor', '__proto__']);

const reservedKey: Rule = {
  code: 'KEY_RESERVED',
  severity: 'error',
  acceptable: false,
  title: 'a key is a word that JavaScript keeps for itself',
  why: 'cdk8s cannot write a map with this key: the run would end with an exception, or the key would be missing',
  fix: 'choose another key',
  source: 'cdk8s src/_util.ts sanitizeValue',
  bad: `
    platform: aws
    metadata: {labels: {constructor: acme}}`,
  good: `
    platform: aws
    metadata: {labels: {builder: acme}}`,
  check: ({ config }) =>
    reservedIn(config, []).map(path => ({ path, what: `"${path.at(-1)}" cannot be a key of a map` })),
};

function reservedIn(value: unknown, path: ConfigPath): readonly ConfigPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => reservedIn(item, [...path, index]));
  if (!isPlainMap(value)) return [];
  return Object.keys(value).flatMap(key =>
    RESERVED.has(key) ? [[...path, key]] : reservedIn(value[key], [...path, key]),
  );
}

/** In the order they are listed in the documentation. */
export const RESERVED_KEY_RULES: readonly Rule[] = [reservedKey];
