/** Where a value of a merged cluster is written: in which of its layers, and at which place of it. */

import { isPlainMap } from '../config/plain-map';
import type { ConfigPath, Place } from '../findings/finding';
import type { Layer } from './layer';

/** Place of a path: the topmost layer that has most of it decides the value. */
export function locateInLayers(layers: readonly Layer[], path: ConfigPath): Place {
  let best: { readonly place: Place; readonly depth: number } | undefined;
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const { anchor, value } = layers[index] as Layer;
    const whole = anchor.path.length === 0 ? path : [...anchor.path, ...path];
    const { place, depth } = anchor.source.locate(anchor.document, whole);
    const below = depth - anchor.path.length;
    if (best === undefined || below > best.depth) best = { place, depth: below };
    if (below === path.length || replaces(value, path)) break;
  }
  return best?.place ?? { file: '', line: 1, column: 1 };
}

/** Whether the layer has a list or a scalar on the path: it hides the layers below it. */
function replaces(value: unknown, path: ConfigPath): boolean {
  let here = value;
  for (const key of path) {
    if (!isPlainMap(here)) return true;
    if (!Object.hasOwn(here, key)) return false;
    here = here[key];
  }
  return false;
}

/** A scalar as it was written, in the topmost layer that has it. */
export function writtenInLayers(layers: readonly Layer[], path: ConfigPath): string | undefined {
  for (const { anchor } of [...layers].reverse()) {
    const text = anchor.source.written(anchor.document, [...anchor.path, ...path]);
    if (text !== undefined) return text;
  }
  return undefined;
}
