/** One pass over a syntax tree: what each alias stands for, and what must be refused before it becomes values. */

import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
} from 'yaml';
import type { ConfigPath } from '../../findings/finding';
import { LIMITS, type YamlProblem, yamlProblem } from './yaml-problem';

/** What an inspection found. */
export interface Inspection {
  /** The node each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly problems: readonly YamlProblem[];
}

/** A pair of a map. */
export interface Entry {
  readonly key: Node | null;
  readonly value: Node | null;
}

/** The pairs of a map. */
export const entriesOf = (map: { readonly items: readonly unknown[] }): readonly Entry[] =>
  map.items.filter(isPair) as unknown as readonly Entry[];

/** Whether the pair merges another map: `<<`, not quoted. */
export const isMerge = ({ key }: Entry): boolean => isScalar(key) && key.type === 'PLAIN' && key.value === '<<';

/** The maps that a merge names, in order. */
export const mergeSources = (value: Node | null): readonly Node[] =>
  isSeq(value) ? (value.items as Node[]) : value === null ? [] : [value];

/** Inspects one document. */
export function inspect(document: Pick<Document, 'contents'>): Inspection {
  const inspector = new Inspector();
  inspector.size(document.contents as Node | null);
  return inspector;
}

/** An anchor; its size is not known while the walk is still inside it. */
interface Anchored {
  readonly node: Node;
  size?: number;
}

class Inspector implements Inspection {
  public readonly targets = new Map<Alias, Node>();
  public readonly problems: YamlProblem[] = [];
  private readonly anchors = new Map<string, Anchored>();
  private copies = 0;
  /** Where the walk is. */
  private readonly path: (string | number)[] = [];

  /** How many values the node stands for, aliases followed; problems are noted on the way. */
  public size(node: Node | null): number {
    if (node === null || node === undefined) return 1;
    if (isAlias(node)) return this.alias(node);
    if (isScalar(node)) this.leadingZero(node);
    const anchor = (node as { readonly anchor?: string }).anchor;
    const anchored: Anchored = { node };
    if (anchor !== undefined) this.anchors.set(anchor, anchored);
    anchored.size = 1 + this.children(node);
    return anchored.size;
  }

  private children(node: Node): number {
    if (!isCollection(node)) return 0;
    if (!isMap(node)) return node.items.reduce((sum: number, item, index) => sum + this.below(index, item as Node), 0);
    const entries = entriesOf(node);
    this.duplicates(entries);
    return entries.reduce((sum, entry) => sum + this.entry(entry), 0);
  }

  private below(key: string | number, node: Node | null): number {
    this.path.push(key);
    const size = this.size(node);
    this.path.pop();
    return size;
  }

  private entry(entry: Entry): number {
    const size = this.below(isScalar(entry.key) ? String(entry.key.value) : '', entry.value);
    const notMap = isMerge(entry) && mergeSources(entry.value).find(source => !isMap(this.follow(source)));
    if (notMap)
      this.refuse(
        'YAML_SYNTAX',
        notMap,
        'the merge key << must have a map or a list of maps',
        'use the anchor of a map',
      );
    return size;
  }

  private readonly follow = (node: Node): Node | undefined => (isAlias(node) ? this.targets.get(node) : node);

  private alias(node: Alias): number {
    const anchored = this.anchors.get(node.source);
    if (anchored?.size === undefined) {
      const what = anchored === undefined ? 'has no anchor' : 'is inside its own anchor';
      const isName = /^[\w-]+$/.test(node.source);
      const fix = isName
        ? 'define the anchor before its alias'
        : 'put the value in quotes: without them * begins an alias';
      this.refuse('YAML_SYNTAX', node, `alias *${node.source} ${what}`, fix);
      return 1;
    }
    this.targets.set(node, anchored.node);
    const before = this.copies;
    this.copies += anchored.size;
    if (before <= LIMITS.copies && this.copies > LIMITS.copies) {
      const what = `aliases expand to more than ${LIMITS.copies} values`;
      this.refuse('YAML_LIMIT', node, what, 'use defaults or a profile instead of nested anchors');
    }
    return anchored.size;
  }

  /** YAML 1.1, which other tools use, reads such a number as octal; 1.2 does not. */
  private leadingZero(node: Scalar): void {
    const { source = '', value } = node;
    if (typeof value !== 'number' || !/^[-+]?0\d+$/.test(source) || Math.abs(value) < 8) return;
    const what = `${source} is ambiguous: ${value} in YAML 1.2, but not in YAML 1.1`;
    this.refuse('YAML_SYNTAX', node, what, `write ${value}, or put it in quotes if you mean a string`);
  }

  private duplicates(entries: readonly Entry[]): void {
    const seen = new Set<unknown>();
    for (const { key } of entries) {
      if (!isScalar(key)) continue;
      if (seen.has(key.value)) {
        const fix = 'remove one of the two entries: the other would be lost silently';
        const name = String(key.value);
        const path = [...this.path, name];
        this.refuse('YAML_DUPLICATE_KEY', key, `the key "${name}" appears twice in one map`, fix, path);
      }
      seen.add(key.value);
    }
  }

  private refuse(
    code: Parameters<typeof yamlProblem>[0],
    node: Node,
    what: string,
    fix: string,
    path: ConfigPath = [],
  ): void {
    this.problems.push({ ...yamlProblem(code, node.range?.[0] ?? 0, what, fix), path });
  }
}
