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

/** The object as one of a cluster; all but its metadata stay the same objects, whose text is known. */
export const ofCluster = ({ metadata, ...rest }: Manifest, cluster: string): Manifest => ({
  ...rest,
  metadata: { ...metadata, labels: { ...metadata.labels, [CLUSTER_LABEL]: cluster } },
});
