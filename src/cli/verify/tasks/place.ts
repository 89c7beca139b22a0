/** Where images are, as `rclone` and people name it. */

import type { BackendName } from '../../../facts/backends';
import type { StorageModel } from '../../../model/storage-model';

/** A backend as rclone sees it. */
interface Remote {
  /** Fields in the order of an rclone path. */
  readonly path: readonly string[];
  /** What `rclone config` asks for. */
  readonly type: string;
}

/** Object stores; claims and pods are not among them. */
const REMOTES: Readonly<Record<Exclude<BackendName, 'pvc' | 'emptyDir'>, Remote>> = {
  s3: { path: ['bucket'], type: 's3' },
  gcs: { path: ['bucket'], type: 'google cloud storage' },
  azure: { path: ['container'], type: 'azureblob' },
  swift: { path: ['container'], type: 'swift' },
  ibmcos: { path: ['bucket'], type: 's3, provider IBMCOS' },
  oss: { path: ['bucket'], type: 's3, provider Alibaba' },
};

/** An object store as rclone names it. */
export interface ObjectPlace {
  readonly kind: 'objects';
  /** For example `old:acme-registry`. */
  readonly target: string;
  /** Kind of remote to create with `rclone config`. */
  readonly type: string;
}

/** A claim in the registry's namespace. */
export interface ClaimPlace {
  readonly kind: 'claim';
  readonly claim: string;
}

/** Where images are. */
export type Place = ObjectPlace | ClaimPlace;

/** Where the images of the storage are; undefined if the operator chose it, or if they are lost with the pod. */
export function placeOf(storage: StorageModel | undefined, remote: string): Place | undefined {
  if (storage === undefined || storage.backend === 'emptyDir') return undefined;
  if (storage.claim !== undefined) return { kind: 'claim', claim: storage.claim.name };
  const known = Object.hasOwn(REMOTES, storage.backend) ? REMOTES[storage.backend as keyof typeof REMOTES] : undefined;
  if (known === undefined) return undefined;
  const names = known.path.map(key => storage.fields[key]).filter(name => typeof name === 'string' && name !== '');
  return { kind: 'objects', type: known.type, target: `${remote}:${names.length === 0 ? 'BUCKET' : names.join('/')}` };
}
