/** Metadata of everything we emit: explicit name and namespace, common labels, and the role's Argo CD annotations. */

import type { ApiObjectMetadata } from 'cdk8s';
import type { Metadata } from '../../config/shape/kubernetes';
import { type SyncRole, syncAnnotations } from '../../facts/sync-policy';
import type { RegistryModel } from '../../model/model';

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

/** Metadata of one object. What the object needs wins over what the user adds. */
export function objectMetadata(model: Pick<RegistryModel, 'metadata'>, identity: ObjectIdentity): ApiObjectMetadata {
  const { role, name, namespace, metadata } = identity;
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    labels: { ...model.metadata.labels, ...metadata?.labels, ...COMMON_LABELS, ...identity.labels },
    annotations: {
      ...model.metadata.annotations,
      ...metadata?.annotations,
      ...syncAnnotations(role),
      ...identity.annotations,
    },
  };
}
