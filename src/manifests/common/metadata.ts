/** Metadata of everything we emit: explicit name and namespace, common labels, and the role's Argo CD annotations. */

import type { Metadata } from '../../config/shape/kubernetes';
import { type SyncRole, syncAnnotations } from '../../facts/sync-policy';
import type { RegistryModel } from '../../model/model';
import { onceFor } from '../../values/once-for';
import { remembered } from '../../values/remembered';

/** Metadata as every object of ours has it. */
export interface Marks {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
}

/** What one object is called, and what it is to us. */
export interface ObjectIdentity {
  readonly role: SyncRole;
  readonly name: string;
  /** Absent for cluster-scoped objects. */
  readonly namespace?: string;
  /** More labels and annotations, of this object alone. */
  readonly metadata?: Metadata;
  /** Annotations that mean something to other controllers. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * The label with the name of the cluster. It is not app.kubernetes.io/instance, by which Argo CD may tell the objects of its
 * Applications apart; its prefix is the name of the command, since the project has no domain.
 */
export const CLUSTER_LABEL = 'registry-gitops/cluster';

/** Labels that every object carries, beside that of its cluster. */
export const COMMON_LABELS = {
  'app.kubernetes.io/managed-by': 'cdk8s-openshift-registry',
  'app.kubernetes.io/name': 'image-registry',
  'app.kubernetes.io/part-of': 'openshift-image-registry',
} as const;

/** Metadata of one object. What the object needs wins over what the user adds; what most objects have is one map for all of them. */
export function objectMetadata({ metadata }: Pick<RegistryModel, 'metadata'>, identity: ObjectIdentity): Marks {
  const { role, name, namespace, metadata: own } = identity;
  const labels =
    own?.labels || identity.labels
      ? { ...metadata.labels, ...own?.labels, ...COMMON_LABELS, ...identity.labels }
      : usualLabels(metadata);
  const annotations =
    own?.annotations || identity.annotations
      ? { ...metadata.annotations, ...own?.annotations, ...syncAnnotations(role), ...identity.annotations }
      : usualAnnotations(metadata)(role);
  return namespace === undefined ? { name, labels, annotations } : { name, namespace, labels, annotations };
}

const usualLabels = onceFor(({ labels }: Metadata) => ({ ...labels, ...COMMON_LABELS }));
const usualAnnotations = onceFor(({ annotations }: Metadata) =>
  remembered((role: SyncRole) => ({ ...annotations, ...syncAnnotations(role) })),
);
