/** Values of a configuration by pattern, for rules that hold in many places. */

import { isPlainMap } from '../config/plain-map';
import type { ConfigPath } from '../findings/finding';
import { remembered } from '../values/remembered';

/** A value and its path. */
export interface Found {
  readonly path: ConfigPath;
  readonly value: unknown;
}

/** Every value at `thirdParty.*.imageStreams.*.name`; `*` matches each item of a list or each entry of a map. */
export function valuesAt(root: unknown, pattern: string): readonly Found[] {
  return valuesAtAny(root, [pattern]);
}

/** The same for several patterns. */
export function valuesAtAny(root: unknown, patterns: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  for (const pattern of patterns) {
    const { steps, fixed } = stepsOf(pattern);
    const value = fixed.reduce(valueBelow, root);
    if (value !== undefined && value !== null) collect(value, steps, [...fixed], found);
  }
  return found;
}

/** Every rule walks every cluster with the same few patterns: each is split once, and `fixed` are its steps before any `*`. */
const stepsOf = remembered((pattern: string) => {
  const steps: readonly string[] = pattern.split('.');
  const any = steps.indexOf('*');
  return { steps, fixed: any < 0 ? steps : steps.slice(0, any) };
});

/** The value of a key. Only for names that every object has the map is asked for its keys: few rules depend on all of them. */
const valueBelow = (value: unknown, key: string): unknown =>
  isPlainMap(value) && (!(key in Object.prototype) || Object.hasOwn(value, key)) ? value[key] : undefined;

/** `path` is where the value is; it grows and shrinks on the way, and is copied only for what is found. */
function collect(value: unknown, steps: readonly string[], path: (string | number)[], found: Found[]): void {
  if (value === undefined || value === null) return;
  const step = steps[path.length];
  if (step === undefined) found.push({ path: [...path], value });
  else if (step !== '*') below(step, valueBelow(value, step), steps, path, found);
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) below(index, item, steps, path, found);
  else if (isPlainMap(value)) for (const key of Object.keys(value)) below(key, value[key], steps, path, found);
}

function below(
  key: string | number,
  item: unknown,
  steps: readonly string[],
  path: (string | number)[],
  found: Found[],
): void {
  path.push(key);
  collect(item, steps, path, found);
  path.pop();
}
