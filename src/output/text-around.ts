/** The text of an object around the name of its cluster: all that differs where clusters have the very same object. */

import type { Definition, WriteKind } from '../manifests/common/definition';
import { type Manifest, ofCluster } from '../manifests/common/manifest';
import { onceFor } from '../values/once-for';
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

/** A pattern of what objects are given, and their YAML. */
interface WrittenPattern {
  readonly pattern: Json;
  /** What is written around the places. */
  readonly parts: readonly string[];
  readonly places: readonly Place[];
  /** The place of the name of the cluster, which is among them. */
  readonly name: Place;
}

/** The last pattern of each kind of objects in a namespace: most differ in little from that of the cluster before. */
type LastPatterns = Map<string | undefined, WrittenPattern>;
/** The same way to write makes the same objects of the same props. */
const lastPatterns = onceFor((_: WriteKind): LastPatterns => new Map());
/** More namespaces are not kept: each keeps an object. */
const MOST = 100;

/** The YAML of an object, with a label for the name of its cluster, around that name. */
export function textAround(definition: Definition): TextAround {
  const { props, write } = definition.source;
  const patterns = lastPatterns(write);
  const namespace = props.metadata?.namespace;
  const texts: string[] = [];
  const last = patterns.get(namespace);
  if (last !== undefined && fits(props as Json, last.pattern, texts)) return textWith(last, texts);
  const next = written(definition, last?.pattern);
  if (patterns.size >= MOST) patterns.clear();
  patterns.set(namespace, next);
  fits(props as Json, next.pattern, texts);
  return textWith(next, texts);
}

/** A pattern that the object fits, and others like it. */
function written(definition: Definition, last: Json): WrittenPattern {
  const places: Place[] = [];
  const { props, write } = definition.source;
  const common = last === undefined ? undefined : patternOf(last, props as Json, places);
  const manifest = common === undefined ? undefined : write(common);
  return manifest ? labelled(common, manifest, places) : labelled(props as Json, definition.manifest(), places);
}

function labelled(pattern: Json, manifest: Manifest, places: Place[]): WrittenPattern {
  const name = new Place(places);
  const yaml = toYaml(ofCluster(manifest, name as unknown as string) as unknown as Json);
  return { pattern, parts: yaml.split(Place.MARK), places, name };
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
