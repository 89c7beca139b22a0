/** A part of an entry, with comments for its reader. */

import type { PlainMap } from '../../config/plain-map';
import type { Finding } from '../../findings/finding';

/** What one reader finds in the dump. */
export interface Part {
  /** Keys of the cluster's entry. */
  readonly entry?: PlainMap;
  /** Comments above a key of the entry. */
  readonly comments?: Readonly<Record<string, string>>;
  /** What is not in the entry, and why. */
  readonly leftOut?: readonly string[];
  readonly findings?: readonly Finding[];
}

/** All parts together; later ones win. */
export function joined(parts: readonly Part[]): Required<Part> {
  return {
    entry: Object.assign({}, ...parts.map(({ entry }) => entry)) as PlainMap,
    comments: Object.assign({}, ...parts.map(({ comments }) => comments)) as Record<string, string>,
    leftOut: parts.flatMap(({ leftOut = [] }) => leftOut),
    findings: parts.flatMap(({ findings = [] }) => findings),
  };
}

/** The map without undefined values. */
export const present = (map: PlainMap): PlainMap =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));

/** An entry with one key, or an empty one if the map is empty. */
export const unlessEmpty = (key: string, map: PlainMap): PlainMap =>
  Object.keys(map).length === 0 ? {} : { [key]: map };
