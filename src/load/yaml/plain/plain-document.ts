/** A document in plain YAML: what it says, and where. */

import { sharedList } from '../../../values/shared-list';
import type { PlacedTree } from '../placed-tree';
import { type PlainNode, placedPlainTree, plainValue, plainValueAt } from './plain-node';

/** A document that is not empty. Its value is made when it is asked for, and must not be changed: others may share parts of it. */
export interface PlainDocument {
  /** How many keys and values it holds, as the library counts them. */
  readonly values: number;
  /** The keys of a map; the same list for all maps with the same keys. Absent for a list. */
  readonly keys?: readonly string[];
  /** What it says. */
  readonly value: () => unknown;
  /** The value at a key of a map. */
  readonly valueAt: (key: string) => unknown;
  /** Its places, offsets counted from its start. */
  readonly tree: () => PlacedTree;
}

/** A document that was read node by node. */
export class NodeDocument implements PlainDocument {
  public constructor(
    public readonly root: PlainNode,
    public readonly values: number,
  ) {}

  public get keys(): readonly string[] | undefined {
    return this.root.kind === 'map' ? sharedList(this.root.entries.map(({ key }) => key)) : undefined;
  }

  public value(): unknown {
    return plainValue(this.root);
  }

  public valueAt(key: string): unknown {
    return this.root.kind === 'map' ? plainValueAt(this.root, key) : undefined;
  }

  public tree(): PlacedTree {
    return placedPlainTree(this.root);
  }
}
