/** An object as it is written, as far as its name goes. */

import { onceFor } from '../../values/once-for';
import { CLUSTER_LABEL } from './metadata';

/** What is needed of an object to name it and the file it is in, and to order it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/**
 * The objects as those of a cluster. All but their labels stay the same objects, and those with the same labels have one map of
 * them: what is one object is written once.
 */
export function ofCluster(manifests: readonly Manifest[], cluster: string): readonly Manifest[] {
  const labelled = onceFor((labels: Labels): Labels => ({ ...labels, [CLUSTER_LABEL]: cluster }));
  return manifests.map(manifest => {
    const { labels = {} } = manifest.metadata;
    return { ...manifest, metadata: { ...manifest.metadata, labels: labelled(labels) } };
  });
}

type Labels = NonNullable<Manifest['metadata']['labels']>;
