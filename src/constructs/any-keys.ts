/**
 * Keys of a user's maps that cdk8s cannot carry: it reads `constructor` of every map to know what it is, and assigns
 * `__proto__`. They travel under another name and get their own back when the object is written.
 */

import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import { type FoundText, textPartsOf } from '../config/texts';
import type { RegistryModel } from '../model/model';
import { onceFor } from '../values/once-for';
import { setKey } from '../values/set-key';

const ODD: readonly string[] = ['constructor', '__proto__'];
/** No key of Kubernetes holds it. */
const MARK = '\u0000';

/** Defines objects below the scope from a model whose maps may have any keys. */
export function withAnyKeys<T>(scope: Construct, model: RegistryModel, define: (safe: RegistryModel) => T): T {
  return hasOddKeys(model) ? withOddKeys(scope, model, define) : define(model);
}

/** The same from any plain data, and without a look whether it is needed. */
export function withOddKeys<V, T>(scope: Construct, value: V, define: (safe: V) => T): T {
  const defined = define(renamed(value, asSafe) as V);
  for (const object of scope.node.findAll().filter(ApiObject.isApiObject)) {
    const write = object.toJson.bind(object);
    object.toJson = () => renamed(write(), asWritten);
  }
  return defined;
}

/** Whether the model has such keys: next to none does. */
export const hasOddKeys = ({ config }: RegistryModel): boolean => textPartsOf(config).some(hasOddKey);

const hasOddKey = onceFor((texts: readonly FoundText[]) =>
  texts.some(({ field, text }) => ODD.includes(text) && field.endsWith('.{}')),
);

const asSafe = (key: string): string => (ODD.includes(key) ? key + MARK : key);
const asWritten = (key: string): string => (key.endsWith(MARK) ? key.slice(0, -MARK.length) : key);

const PLAIN: readonly unknown[] = [Object.prototype, null];

/** A copy with other keys; what is not plain data stays the same object, and what is hidden stays hidden. */
function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map(item => renamed(item, rename));
  if (!isPlainMap(value) || !PLAIN.includes(Object.getPrototypeOf(value))) return value;
  const copy: PlainMap = {};
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (!descriptor.enumerable || !('value' in descriptor)) Object.defineProperty(copy, key, descriptor);
    else setKey(copy, rename(key), renamed(descriptor.value, rename));
  }
  return copy;
}
