/** Argo CD's options on objects that must not be lost. */

import { textOf } from '../values/text-of';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, mapAt } from './objects';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** Whether a sync applies the object, and keeps it when it is removed from git. */
export function checkSyncOptions(object: Emitted): readonly ObjectFinding[] {
  const text = textOf(mapAt(object.object, 'metadata', 'annotations')[SYNC_OPTIONS] ?? '');
  const options = text.split(',').map(option => option.trim());
  const location = `metadata.annotations["${SYNC_OPTIONS}"]`;
  const replaces = options.filter(option => ['Replace=true', 'Force=true'].includes(option));
  const kept = options.some(option => /^Prune=(false|confirm)$/.test(option));
  return [
    ...(replaces.length > 0
      ? [objectFinding('SYNC_REPLACES', object, location, `the sync options must not have ${replaces.join(', ')}`)]
      : []),
    ...(kept ? [] : [objectFinding('OBJECT_UNPROTECTED', object, location, 'sync option Prune=false is missing')]),
  ];
}
