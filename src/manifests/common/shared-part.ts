/** Parts of the objects of a cluster that many clusters have in common: built for the first, and named after the others. */

import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { RegistryModel } from '../../model/model';
import { type Manifest, manifestsIn } from './manifest';
import { CLUSTER_LABEL } from './metadata';

/** What the metadata of every object depends on. */
export type Named = Pick<RegistryModel, 'name' | 'metadata'>;

/**
 * The objects of a part that depend on nothing but the part itself, as the type of `define` says, and on their metadata. What
 * a profile says is the same object in every cluster that has the profile (`load/merge.ts`), and so is what `model` makes of
 * it: the very same part and the very same metadata give the same objects, but for the label with the name of the cluster.
 */
export function sharedPart<Part extends object>(
  define: (scope: Construct, model: Named, part: Part) => unknown,
): (model: Named, part: Part | undefined) => readonly Manifest[] {
  const known = new WeakMap<Part, WeakMap<object, readonly Manifest[]>>();
  return ({ name, metadata }, part) => {
    if (part === undefined) return [];
    const byMetadata = known.get(part) ?? new WeakMap<object, readonly Manifest[]>();
    known.set(part, byMetadata);
    const before = byMetadata.get(metadata);
    if (before !== undefined) return before.map(manifest => renamed(manifest, name));
    const chart = new Chart(new App(), 'Cluster');
    define(chart, { name, metadata }, part);
    const built = manifestsIn(chart);
    byMetadata.set(metadata, built);
    return built;
  };
}

/** The same object of another cluster; its spec stays the same object, whose text is known. */
const renamed = ({ metadata, ...rest }: Manifest, cluster: string): Manifest => ({
  ...rest,
  metadata: { ...metadata, labels: { ...metadata.labels, [CLUSTER_LABEL]: cluster } },
});
