/** An object as it is written, as far as its name goes. */

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

/** The object with the label that has the name of its cluster. */
export function ofCluster(manifest: Manifest, cluster: string): Manifest {
  const { metadata } = manifest;
  return { ...manifest, metadata: { ...metadata, labels: { ...metadata.labels, [CLUSTER_LABEL]: cluster } } };
}
