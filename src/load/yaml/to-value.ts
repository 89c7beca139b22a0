/** An inspected syntax tree as plain values; the value of an anchor is shared by its aliases. */

import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { PlainMap } from '../../config/plain-map';
import { setKey } from '../../values/set-key';
import { entriesOf, isMerge } from './inspect-tree';

/** The value of a node; an empty one is `null`. */
export function toValue(root: Node | null, targets: ReadonlyMap<Alias, Node> = new Map()): unknown {
  const made = new Map<Node, unknown>();
  return make(root);

  function make(node: Node | null | undefined): unknown {
    if (isAlias(node)) return made.get(targets.get(node) as Node);
    if (node === null || node === undefined) return null;
    const value = isMap(node) ? mapOf(node) : isSeq(node) ? node.items.map(item => make(item as Node)) : leaf(node);
    if ((node as { readonly anchor?: string }).anchor !== undefined) made.set(node, value);
    return value;
  }

  function mapOf(node: { readonly items: readonly unknown[] }): PlainMap {
    const map: PlainMap = {};
    const merged: unknown[] = [];
    for (const entry of entriesOf(node)) {
      const value = make(entry.value);
      if (isMerge(entry)) merged.push(value);
      else setKey(map, keyOf(entry.key), value);
    }
    for (const source of merged.flat()) fill(map, source as PlainMap);
    return map;
  }
}

/** A map's own keys win over merged ones, and earlier sources over later ones. */
function fill(map: PlainMap, source: PlainMap): void {
  for (const [key, value] of Object.entries(source)) if (!Object.hasOwn(map, key)) setKey(map, key, value);
}

const leaf = (node: Node): unknown => (isScalar(node) ? (node.value ?? null) : null);

const keyOf = (key: Node | null): string => (isScalar(key) ? String(key.value ?? '') : '');
