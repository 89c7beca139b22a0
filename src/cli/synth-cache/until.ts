/** How long a run holds, and whether it may be kept at all: the configuration decides both. */

import { isPlainMap } from '../../config/plain-map';
import type { CheckedFleet } from '../../fleet/check-fleet';
import { DISK } from '../../load/files';
import type { LoadedCluster } from '../../load/load-fleet';
import { normalisePem } from '../../model/trusted-ca';
import { readPem } from '../../values/pem';
import type { CommonParts } from './kept-part';

const DAY = 24 * 60 * 60 * 1000;

/** The first moment at which a rule may say something else: at midnight UTC, or at the hour at which a certificate expires. */
export function validUntil(now: number, pems: Iterable<string>): number {
  const midnight = (Math.floor(now / DAY) + 1) * DAY;
  const hours = [...pems]
    .flatMap(pem => readPem(normalisePem(pem)).certificates)
    .map(({ validTo }) => Date.parse(validTo));
  return Math.min(midnight, ...hours.map(hour => now + ((((hour - now) % DAY) + DAY) % DAY)));
}

/** What a configuration holds that a cache must know of. */
export interface Delicate {
  /** Whether it has a plain Secret anywhere: no value of it, and no digest of one, is ever kept. */
  readonly hasPlainSecrets: boolean;
  /** Texts with certificates. */
  readonly pems: readonly string[];
}

/** Looks through the clusters of a file. Most files need no look at their values, which would have to be read again. */
export function delicateInFile(clusters: readonly LoadedCluster[]): Delicate {
  const sources = new Set(clusters.map(({ own }) => own.layer.anchor.source));
  const mayBe = [...sources].some(source => source.matches(MAY_BE_DELICATE));
  return mayBe ? delicateIn(clusters.map(({ own }) => own.layer.value)) : { hasPlainSecrets: false, pems: [] };
}

/** In the text of every file that has what is delicate, unless it is written with escapes. */
const MAY_BE_DELICATE = /secret|-----BEGIN|\\/;

/** Looks through what was read. */
export function delicateIn(values: readonly unknown[]): Delicate {
  const seen = new Set<unknown>();
  const pems = new Set<string>();
  let hasPlainSecrets = false;
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.includes('-----BEGIN')) pems.add(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isPlainMap(value) && Object.hasOwn(value, 'secret')) hasPlainSecrets = true;
    for (const below of Object.values(value)) look(below);
  };
  for (const value of values) look(value);
  return { hasPlainSecrets, pems: [...pems] };
}

/** What all parts of a fleet have in common; undefined where that includes a plain Secret. */
export function commonOf({ loaded: { root, profiles }, inputs }: CheckedFleet): CommonParts | undefined {
  const { hasPlainSecrets, pems } = delicateIn([root, ...Object.values(profiles).map(({ value }) => value)]);
  const from = inputs.now.getTime();
  return hasPlainSecrets ? undefined : { from, until: validUntil(from, pems) };
}

/** The text of a file, where there is one. */
export function tryText(path: string): readonly string[] {
  try {
    return [DISK.text(path)];
  } catch {
    return [];
  }
}
