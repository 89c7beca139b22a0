/** Metadata that objects of the test cluster `example` carry. */

import { type SyncRole, syncAnnotations } from '../../src/facts/sync-policy';
import { CLUSTER_LABEL, COMMON_LABELS } from '../../src/manifests/common/metadata';

interface Marks {
  readonly name: string;
  readonly namespace?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The whole metadata of an object, exactly. */
export const marks = (role: SyncRole, { name, namespace, annotations }: Marks): object => ({
  name,
  ...(namespace === undefined ? {} : { namespace }),
  labels: { ...COMMON_LABELS, [CLUSTER_LABEL]: 'example' },
  annotations: { ...syncAnnotations(role), ...annotations },
});
