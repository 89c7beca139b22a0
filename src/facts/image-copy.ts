/** Where images are, as people and `rclone` name it, and the commands that copy all of them from one place to another. */

import { quote } from '../values/shell-word';
import { BACKENDS, isBackend } from './backends';
import { OC } from './names';

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

/** The place that is read, or the one that is written: rclone's remote, and the folder where a claim is mounted. */
export type Role = 'old' | 'new';

/** Name of the temporary pod that mounts the claims. */
export const COPY_POD = 'registry-copy';

/** Where a claim is mounted in that pod. */
export const folderOf = (role: Role): string => `/${role}`;

/** Where the images of a backend with these fields are; undefined where they are lost with the pod, or the backend is unknown. */
export function placeOf(backend: string, fields: Readonly<Record<string, unknown>>, role: Role): Place | undefined {
  if (!isBackend(backend)) return undefined;
  const { copy } = BACKENDS[backend];
  if (copy === 'impossible') return undefined;
  const named = (keys: readonly string[]): string =>
    keys.flatMap(key => (typeof fields[key] === 'string' ? fields[key] : []) || []).join('/');
  if ('claim' in copy) return { kind: 'claim', claim: named([copy.claim]) || 'CLAIM' };
  return { kind: 'objects', type: copy.rclone, target: `${role}:${named(copy.path) || 'BUCKET'}` };
}

/**
 * The copy, in order; a second run copies what the first one missed, and nothing is deleted. Between a claim and an object
 * store it goes through the local machine: pods in the registry's namespace may have no access outside the cluster.
 */
export function copyCommands(from: Place, to: Place): readonly string[] {
  if (from.kind === 'objects' && to.kind === 'objects') {
    return [`rclone copy --fast-list --checksum --progress ${quote(from.target)} ${quote(to.target)}`];
  }
  if (from.kind === 'claim' && to.kind === 'claim') {
    return [`${OC} exec ${COPY_POD} -- cp -au ${folderOf('old')}/. ${folderOf('new')}/`];
  }
  return [
    from.kind === 'claim'
      ? `${OC} rsync ${COPY_POD}:${folderOf('old')}/ ./registry/`
      : `rclone copy --fast-list --progress ${quote(from.target)} ./registry`,
    to.kind === 'claim'
      ? `${OC} rsync ./registry/ ${COPY_POD}:${folderOf('new')}/`
      : `rclone copy --fast-list --progress ./registry ${quote(to.target)}`,
  ];
}
