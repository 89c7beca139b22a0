/** Lists that many clusters have, held once. */

import { onceFor } from './once-for';
import { remembered } from './remembered';

type Item = string | number;

/** A list with these items: mostly the same one as before, so that thousands of them take no more memory than one. */
export function sharedList<T extends Item>(items: readonly T[]): readonly T[] {
  return known(JSON.stringify(items)) as readonly T[];
}

/** The same for a list that is one object in many clusters. */
export const sharedRepeated: <T extends Item>(items: readonly T[]) => readonly T[] = onceFor(sharedList);

const known = remembered((text: string) => JSON.parse(text) as readonly Item[]);
