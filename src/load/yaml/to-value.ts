/** A syntax tree that was inspected, as plain values; what an anchor holds is made once and shared by its aliases. */

import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { type PlainMap, setKey } from '../../config/plain-map';
import { entriesOf, isMerge } from './inspect-tree';

/** The value of a node; nothing is `null`. */
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

/** What the map itself says wins over what it merges, and so does the source that is named first. */
function fill(map: PlainMap, source: PlainMap): void {
  for (const [key, value] of Object.entries(source)) if (!Object.hasOwn(map, key)) setKey(map, key, value);
}

const leaf = (node: Node): unknown => (isScalar(node) ? (node.value ?? null) : null);

const keyOf = (key: Node | null): string => (isScalar(key) ? String(key.value ?? '') : '');
