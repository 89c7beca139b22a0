/** Places in a document that the library has read. */

import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Entry, entriesOf, inspect, isMerge, mergeSources } from './inspect-tree';
import { type PlacedTree, placedTree, type Step } from './placed-tree';
import { type ReadDocument, readDocuments } from './read-documents';

/** An inspected document. */
export interface SyntaxTree {
  readonly root: Node | null | undefined;
  /** The node each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** The syntax tree of the first document of a text; undefined if the text cannot be parsed. */
export function syntaxTreeOf(text: string): SyntaxTree {
  let first: ReadDocument | undefined;
  readDocuments(text, document => {
    first ??= document;
  });
  return first ? { root: first.contents, targets: inspect(first).targets } : { root: undefined, targets: new Map() };
}

/** The tree with its places. */
export function placedSyntaxTree(syntax: SyntaxTree): PlacedTree {
  const tree: Tree = { ...syntax, indexes: new WeakMap() };
  return placedTree<AnyNode>(
    { node: tree.root, at: tree.root?.range?.[0] ?? 0 },
    (node, key) => enter(tree, node, key),
    node => {
      const scalar = follow(tree, node);
      return isScalar(scalar) ? scalar.source : undefined;
    },
  );
}

/** An empty value has no node. */
type AnyNode = Node | null | undefined;

interface Tree extends SyntaxTree {
  /** Of the maps that were asked. */
  readonly indexes: WeakMap<object, MapIndex>;
}

const follow = ({ targets }: Tree, node: AnyNode): AnyNode => (isAlias(node) ? targets.get(node) : node);

function enter(tree: Tree, from: AnyNode, key: string | number): Step<AnyNode> | undefined {
  const node = follow(tree, from);
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key] as Node | undefined;
    return item?.range ? { node: item, at: item.range[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  const { byKey, merges } = indexOf(tree, node);
  const own = byKey.get(String(key));
  return own ? stepOf(own) : enterMerged(tree, merges, key);
}

/** The entries of a map by key: it may have thousands, and be asked for each of them. */
interface MapIndex {
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly merges: readonly Entry[];
}

function indexOf({ indexes }: Tree, node: { readonly items: readonly unknown[] }): MapIndex {
  const known = indexes.get(node);
  if (known !== undefined) return known;
  const entries = entriesOf(node);
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = isScalar(entry.key) ? String(entry.key.value) : undefined;
    if (key !== undefined && !byKey.has(key)) byKey.set(key, entry);
  }
  const index = { byKey, merges: entries.filter(isMerge) };
  indexes.set(node, index);
  return index;
}

/** `<<: *anchor` and `<<: [*a, *b]`. */
function enterMerged(tree: Tree, merges: readonly Entry[], key: string | number): Step<AnyNode> | undefined {
  for (const source of merges.flatMap(({ value }) => mergeSources(value))) {
    const step = enter(tree, source, key);
    if (step) return step;
  }
  return undefined;
}

const stepOf = ({ key, value }: Entry): Step<AnyNode> => ({
  node: value,
  at: key?.range?.[0] ?? value?.range?.[0] ?? 0,
});
