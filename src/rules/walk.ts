/** Values of a configuration by pattern, for rules that hold in many places. */

import { isPlainMap } from '../config/plain-map';
import type { ConfigPath } from '../findings/finding';

/** A value and where it stands. */
export interface Found {
  readonly path: ConfigPath;
  readonly value: unknown;
}

/** Every value at `thirdParty.*.imageStreams.*.name`; `*` stands for each item of a list or each entry of a map. */
export function valuesAt(root: unknown, pattern: string): readonly Found[] {
  return pattern
    .split('.')
    .reduce<readonly Found[]>((found, step) => found.flatMap(node => descend(node, step)), [{ path: [], value: root }])
    .filter(({ value }) => value !== undefined && value !== null);
}

/** The same for several patterns. */
export const valuesAtAny = (root: unknown, patterns: readonly string[]): readonly Found[] =>
  patterns.flatMap(pattern => valuesAt(root, pattern));

function descend({ path, value }: Found, step: string): readonly Found[] {
  if (Array.isArray(value))
    return step === '*' ? value.map((item, index) => ({ path: [...path, index], value: item })) : [];
  if (!isPlainMap(value)) return [];
  if (step !== '*') return Object.hasOwn(value, step) ? [{ path: [...path, step], value: value[step] }] : [];
  return Object.entries(value).map(([key, item]) => ({ path: [...path, key], value: item }));
}
