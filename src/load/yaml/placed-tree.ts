/** The places in a document: where each piece of it is written. */

import type { ConfigPath } from '../../findings/finding';

/** A document that knows where its values are. */
export interface PlacedTree {
  /** Offset of the value at the path, or of the nearest thing above it that exists, and how many steps lead to it. */
  readonly locate: (path: ConfigPath) => { readonly offset: number; readonly depth: number };
  /** The text of the scalar at the path exactly as it was written, for example `4.10`. */
  readonly written: (path: ConfigPath) => string | undefined;
}

/** One step into a document: what is there, and where its key or it itself begins. */
export interface Step<Node> {
  readonly node: Node;
  readonly at: number;
}

/** Walks from the root of a document, step by step. */
export function placedTree<Node>(
  root: Step<Node>,
  enter: (node: Node, key: string | number) => Step<Node> | undefined,
  written: (node: Node) => string | undefined,
): PlacedTree {
  const walk = (path: ConfigPath): Step<Node> & { readonly depth: number } => {
    let step = root;
    let depth = 0;
    for (const key of path) {
      const next = enter(step.node, key);
      if (next === undefined) break;
      step = next;
      depth += 1;
    }
    return { node: step.node, at: step.at, depth };
  };
  return {
    locate: path => {
      const { at, depth } = walk(path);
      return { offset: at, depth };
    },
    written: path => {
      const { node, depth } = walk(path);
      return depth === path.length ? written(node) : undefined;
    },
  };
}
