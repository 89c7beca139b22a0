/** What a first sync must take over, so that only git owns what the entry sets. */

import type { PlainMap } from '../config/plain-map';
import type { Cluster } from '../config/shape/cluster';
import { SPEC_FIELDS } from '../facts/operator-writes';
import { resolve } from '../model/resolve';
import type { LiveObject } from './live';
import { isForeign, knowsOwners } from './owners';
import type { Part } from './parts/part';

/**
 * After an apply of the same values, the person who set them still owns them: a later change in git would leave the old
 * ones beside the new. Values that the cluster set, or that an earlier sync took over, need nothing.
 */
export function takeOverPart(cluster: Cluster, config: LiveObject, spec: PlainMap): Part {
  const { registry, storage, takeover } = resolve(cluster);
  if (registry?.managementState !== 'Managed' || !knowsOwners(config)) return {};
  const fields = Object.keys(SPEC_FIELDS).filter(name => spec[name] !== undefined && isForeign(config, ['spec', name]));
  // Storage that the operator keeps is never taken over.
  const named = storage !== undefined && storage.managementState !== 'Managed';
  const storageToo = named && isForeign(config, ['spec', 'storage']);
  const names = [...fields, ...(storageToo ? ['storage'] : [])].sort();
  if (names.length > 0) {
    return {
      entry: { takeOver: { by: 'hand', fields: names } },
      comments: {
        takeOver:
          'set by hand, so an apply leaves two owners: run the takeover commands of registry-gitops verify once, let Argo CD sync, and set takeOver: {by: none}',
      },
    };
  }
  if (takeover?.cause !== 'platform') return {};
  return {
    entry: { takeOver: { by: 'none' } },
    comments: { takeOver: 'the live Config has only this backend' },
  };
}
