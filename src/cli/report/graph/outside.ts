/** What belongs to the picture and is not in git: what provides a Secret, a claim created elsewhere, and where images are stored. */

import { isPlainMap } from '../../../config/plain-map';
import { valueAt } from '../../../config/value-at';
import { shownText } from '../../../findings/shown';
import type { Manifest } from '../../../manifests/common/manifest';
import { hubPolicyOf } from '../../../model/bucket-keys';
import type { RegistryModel } from '../../../model/model';
import { clusterRow } from '../cluster-row';
import type { GraphNode, Tone } from './node';

/** A box, and the objects that need it, or that it needs. */
interface Outside {
  readonly node: GraphNode;
  /** Positions of objects. */
  readonly beside: readonly number[];
}

/** Everything around the objects; most of it needs a Config, whose position is -1 where it is not in the output. */
export function outsideOf(model: RegistryModel, manifests: readonly Manifest[], config: number): readonly Outside[] {
  return [...storesOf(manifests), ...(config < 0 ? [] : aroundConfig(model, config))];
}

const box = (tone: Tone, title: string, name: string, when: 'before' | 'after' = 'before'): GraphNode => ({
  ...{ tone, title, name: shownText(name), when },
});

/** Stores that ExternalSecrets read, one box each. */
function storesOf(manifests: readonly Manifest[]): readonly Outside[] {
  const readers = new Map<string, number[]>();
  for (const [index, manifest] of manifests.entries()) {
    const store = manifest.kind === 'ExternalSecret' ? valueAt(manifest, ['spec', 'secretStoreRef']) : undefined;
    if (!isPlainMap(store)) continue;
    const made = manifests.some(({ kind, metadata }) => kind === store.kind && metadata.name === store.name);
    const key = JSON.stringify([String(store.kind), String(store.name)]);
    if (!made) readers.set(key, [...(readers.get(key) ?? []), index]);
  }
  return [...readers].map(([key, beside]) => {
    const [kind = '', name = ''] = JSON.parse(key) as readonly string[];
    return { node: box('secret', kind, name), beside };
  });
}

function aroundConfig(model: RegistryModel, config: number): readonly Outside[] {
  const { credentials, storage, bucketKeys } = model;
  const row = clusterRow(model);
  const nodes = [
    credentials?.mode === 'existingSecret' && box('secret', 'Secret of others', credentials.name),
    row.credentials.value === "cluster's own" &&
      box('secret', "Cluster's own credentials", 'Cloud Credential Operator'),
    hubPolicyOf(bucketKeys) !== undefined && box('job', 'Policy on the hub', bucketKeys?.claim.name ?? ''),
    storage?.claim?.existing && box('storage', 'Claim of others', storage.claim.name),
    row.backend.value !== 'none' && box('storage', imagesIn(row.backend.value), row.images.value, 'after'),
  ];
  return nodes.flatMap(node => (node ? [{ node, beside: [config] }] : []));
}

const imagesIn = (backend: string): string => `Images: ${shownText(backend)}`;
