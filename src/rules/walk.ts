/** Values of a configuration by pattern, for rules that hold in many places. */

import { isPlainMap } from '../config/plain-map';
import type { ConfigPath } from '../findings/finding';

/** A value and its path. */
export interface Found {
  readonly path: ConfigPath;
  readonly value: unknown;
}

/** Every value at `thirdParty.*.imageStreams.*.name`; `*` matches each item of a list or each entry of a map. */
export function valuesAt(root: unknown, pattern: string): readonly Found[] {
  const found: Found[] = [];
  collect(root, stepsOf(pattern), [], found);
  return found;
}

/** The same for several patterns. */
export const valuesAtAny = (root: unknown, patterns: readonly string[]): readonly Found[] =>
  patterns.flatMap(pattern => valuesAt(root, pattern));

/** Every rule walks every cluster with the same few patterns: each is split once. */
const STEPS = new Map<string, readonly string[]>();

function stepsOf(pattern: string): readonly string[] {
  const known = STEPS.get(pattern);
  if (known) return known;
  const steps = pattern.split('.');
  STEPS.set(pattern, steps);
  return steps;
}

function collect(value: unknown, steps: readonly string[], path: ConfigPath, found: Found[]): void {
  if (value === undefined || value === null) return;
  const step = steps[path.length];
  if (step === undefined) found.push({ path, value });
  else if (step === '*' && Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(item, steps, [...path, index], found);
    });
  } else if (isPlainMap(value)) {
    const keys = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
    for (const key of keys) collect(value[key], steps, [...path, key], found);
  }
}
