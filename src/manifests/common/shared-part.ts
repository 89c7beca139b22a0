/** Parts of the objects of a cluster that many clusters have in common: made for the first, and kept for the others. */

import type { RegistryModel } from '../../model/model';
import { onceFor } from '../../values/once-for';
import type { Definition } from './definition';
import type { Manifest } from './manifest';

/** What the metadata of every object depends on, but for the label with the name of its cluster. */
export type Marked = Pick<RegistryModel, 'metadata'>;

/**
 * The objects of a part that depend on nothing but the part itself, as the type of `define` says, and on their metadata. What
 * a profile says is the same object in every cluster that has the profile (`load/merge.ts`), and so is what `model` makes of
 * it: the very same part and the very same metadata give the same objects.
 */
export function sharedPart<Part extends object>(
  define: (model: Marked, part: Part) => readonly Definition[],
): (model: Marked, part: Part | undefined) => readonly Manifest[] {
  const partsOf = onceFor((metadata: Marked['metadata']) =>
    onceFor((part: Part) => define({ metadata }, part).map(({ manifest }) => manifest())),
  );
  return ({ metadata }, part) => (part === undefined ? [] : partsOf(metadata)(part));
}
