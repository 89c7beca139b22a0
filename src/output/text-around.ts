/** The text of an object around the name of its cluster: all that differs where clusters have the very same object. */

import { type Manifest, ofCluster } from '../manifests/common/manifest';
import { fits, patternOf } from './pattern';
import { Place } from './place';
import { type Json, ownTextAt, toYaml } from './yaml';

/** A text but for one value: what comes before it, and what comes after it. */
export interface TextAround {
  readonly before: string;
  readonly after: string;
}

/** What belongs in between. */
export const nameText = (cluster: string): string => ownTextAt(cluster, 3);

/** A pattern of objects and its YAML. */
interface WrittenPattern {
  readonly pattern: Json;
  /** What is written around the places. */
  readonly parts: readonly string[];
  readonly places: readonly Place[];
  /** The place of the name of the cluster, which is among them. */
  readonly name: Place;
}

/** The last pattern of each kind of objects: most objects differ in little from that of the cluster before. */
const LAST = new Map<string, WrittenPattern>();
/** More are not kept: each keeps an object. */
const MOST = 100;

/** The YAML of an object, with a label for the name of its cluster, around that name. */
export function textAround(manifest: Manifest): TextAround {
  const value = manifest as unknown as Json;
  const kind = `${manifest.kind} ${manifest.metadata.namespace}`;
  const texts: string[] = [];
  const last = LAST.get(kind);
  if (last !== undefined && fits(value, last.pattern, texts)) return textWith(last, texts);
  const next = written(value, last);
  if (LAST.size >= MOST) LAST.clear();
  LAST.set(kind, next);
  fits(value, next.pattern, texts);
  return textWith(next, texts);
}

/** A pattern that the object fits, and others like it. */
function written(value: Json, last: WrittenPattern | undefined): WrittenPattern {
  const places: Place[] = [];
  const name = new Place(places);
  const pattern = (last && patternOf(last.pattern, value, places)) ?? value;
  const labelled = ofCluster(pattern as unknown as Manifest, name as unknown as string);
  return { pattern, parts: toYaml(labelled as unknown as Json).split(Place.MARK), places, name };
}

function textWith({ parts, places, name }: WrittenPattern, texts: readonly string[]): TextAround {
  let before = '';
  let text = parts[0] ?? '';
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index];
    if (place === name) {
      before = text;
      text = '';
    } else if (place) text += ownTextAt(texts[index] ?? '', place.depth);
    text += parts[index + 1] ?? '';
  }
  return { before, after: text };
}
