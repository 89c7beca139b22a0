/** What a first sync must take over, so that git alone owns what the entry states. */

import type { PlainMap } from '../config/plain-map';
import type { Cluster } from '../config/shape/cluster';
import { SPEC_FIELDS } from '../facts/operator-writes';
import { resolve } from '../model/resolve';
import type { LiveObject } from './live';
import { isForeign, knowsOwners } from './owners';
import type { Part } from './parts/part';

/**
 * Values that were set by hand stay their setter's after an apply of the same values: a later change in git would leave
 * the old ones beside the new. What people did not set, and what an earlier sync has taken over, needs nothing.
 */
export function takeOverPart(cluster: Cluster, config: LiveObject, spec: PlainMap): Part {
  const { registry, storage, takeover } = resolve(cluster);
  if (registry?.managementState !== 'Managed' || !knowsOwners(config)) return {};
  const fields = Object.keys(SPEC_FIELDS).filter(name => spec[name] !== undefined && isForeign(config, ['spec', name]));
  // Storage that stays the operator's is never taken over.
  const named = storage !== undefined && storage.managementState !== 'Managed';
  const storageToo = named && isForeign(config, ['spec', 'storage']);
  const names = [...fields, ...(storageToo ? ['storage'] : [])].sort();
  if (names.length > 0) {
    return {
      entry: { takeOver: { by: 'hand', fields: names } },
      comments: {
        takeOver:
          'set by hand, so an apply alone leaves two owners: run once what registry-gitops verify prints under takeover, let Argo CD sync, and set takeOver: {by: none}',
      },
    };
  }
  if (takeover?.cause !== 'platform') return {};
  return {
    entry: { takeOver: { by: 'none' } },
    comments: { takeOver: 'the live Config has this backend alone' },
  };
}
