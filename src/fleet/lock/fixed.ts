/** Settings that the API server does not allow to change: every sync that tries it fails. */

import type { ConfigPath } from '../../findings/finding';
import { type StorageIdentity, sameStorage } from '../../model/storage-change';
import type { ClusterSummary, FleetProblem } from '../../rules/fleet/fleet-rule';
import { parseQuantity } from '../../values/quantity';
import { type Change, lockProblem, nextName } from './change';
import type { Ledger } from './ledger';
import type { LockedCluster } from './lock';

/** The storage that git names. */
type Storage = NonNullable<ClusterSummary['storage']>;

/** An emitted object that cannot change in place. */
interface FixedObject {
  readonly kind: 'PersistentVolumeClaim' | 'PersistentVolume' | 'StorageClass';
  readonly name: string;
  /** The prefix of its settings. */
  readonly prefix: string;
  /** What to write to create a new one. */
  readonly renewed: string;
}

/** Every object that would have to be recreated, unless that is acknowledged. */
export function fixedChanges(cluster: ClusterSummary, before: LockedCluster, ledger: Ledger): readonly Change[] {
  const { storage } = cluster;
  if (storage === undefined) return [];
  return objectsOf(cluster, storage, before).flatMap(object => {
    const changes = changesIn(object, storage, { before, images: cluster.images });
    const [[key = ''] = []] = changes;
    if (changes.length === 0) return [];
    const named = changes.map(([, text]) => text).join(', ');
    const change = `${cluster.name} recreates ${object.kind} ${object.name}: ${named}`;
    if (ledger.take(change)) return [];
    const what = `${object.kind} "${object.name}" of ${cluster.name} cannot change in place: ${named}`;
    const problem = lockProblem('IMMUTABLE_CHANGED', pathTo(storage.path, key), what, { cluster: cluster.index });
    const first = `${wayOut(changes, storage)}restore the old value, or use a new name, ${object.renewed}, and copy the images; or, if you recreate it yourself,`;
    return [{ problem, first, change }];
  });
}

/**
 * The objects that both runs have, under the same name. If the images move and the claim keeps its name, acknowledging
 * the move includes recreating the claim and its volume.
 */
function objectsOf({ images }: ClusterSummary, storage: Storage, before: LockedCluster): readonly FixedObject[] {
  const path = storage.path.join('.');
  const claim = (images.claim ?? '').split('/').at(-1) ?? '';
  const newClaim = `${path}.claim: ${nextName(claim)}`;
  const same = (key: string): string | undefined =>
    before.fixed[key] === storage.fixed[key] ? storage.fixed[key] : undefined;
  const [volume, storageClass] = [same('volume.name'), same('storageClass.name')];
  const kept = before.storage.claim === images.claim;
  const moved = !sameStorage(before.storage, images);
  const ours = before.fixed.size !== undefined && storage.fixed.size !== undefined;
  const found: (FixedObject | false)[] = [
    ours && kept && !moved && { kind: 'PersistentVolumeClaim', name: claim, prefix: '', renewed: newClaim },
    volume !== undefined &&
      !(kept && moved) && {
        ...{ kind: 'PersistentVolume', name: volume, prefix: 'volume.' },
        renewed: `${path}.volume.name: ${nextName(volume)} with ${newClaim}`,
      },
    storageClass !== undefined && {
      ...{ kind: 'StorageClass', name: storageClass, prefix: 'storageClass.' },
      renewed: `${path}.storageClass.name: ${nextName(storageClass)} with ${newClaim}`,
    },
  ];
  return found.filter(object => object !== false);
}

/** The sources of a static volume; in the lock they are part of where images live. */
const SOURCES = ['nfs', 'csi', 'iscsi', 'fc', 'local'] as const;

/** Settings of the object that have changed, each with its change in words. */
function changesIn(
  { prefix }: FixedObject,
  storage: Storage,
  { before, images }: { readonly before: LockedCluster; readonly images: StorageIdentity },
): readonly (readonly [string, string])[] {
  const { fixed } = storage;
  const keys = [...new Set([...Object.keys(before.fixed), ...Object.keys(fixed)])]
    .filter(key => (prefix === '' ? !key.includes('.') || key === 'volume.name' : key.startsWith(prefix)))
    .filter(key => before.fixed[key] !== fixed[key] && !isAllowed(key, before.fixed[key], fixed[key], storage))
    .map(key => [key, changeOf(key.slice(prefix.length), before.fixed[key], fixed[key])] as const);
  const sources = SOURCES.filter(key => prefix === 'volume.' && before.storage[key] !== images[key]).map(
    key => [`volume.${key}`, changeOf(key, before.storage[key], images[key])] as const,
  );
  return [...sources, ...keys].sort(([a], [b]) => (a < b ? -1 : 1));
}

const changeOf = (key: string, before: string | undefined, after: string | undefined): string =>
  `${key} ${before ?? 'nothing'} to ${after ?? 'nothing'}`;

/** A volume without nodeAffinity may get one, and a claim may grow if its class allows it. */
function isAllowed(key: string, before: string | undefined, after: string | undefined, storage: Storage): boolean {
  if (key === 'volume.nodeAffinity') return before === undefined;
  return key === 'size' && storage.growth === 'possible' && (nano(after) ?? 0n) >= (nano(before) ?? 0n);
}

const nano = (size: string | undefined): bigint | undefined => parseQuantity(size ?? '')?.nano;

/** How to let the claim grow. */
function wayOut(changes: readonly (readonly [string, string])[], { growth, path }: Storage): string {
  return changes.every(([key]) => key === 'size') && growth === 'forbidden'
    ? `set ${path.join('.')}.storageClass.allowVolumeExpansion: true if the driver can expand volumes; otherwise `
    : '';
}

/** Names of parameters have dots of their own. */
function pathTo(storage: ConfigPath, key: string): ConfigPath {
  const [first = '', second, ...rest] = key.split('.');
  return [...storage, first, ...(second === undefined ? [] : [second]), ...(rest.length > 0 ? [rest.join('.')] : [])];
}

/** A class that is now set on a claim that had the cluster's default class: it may be the same. */
export function classNamed({ name, index, images, storage }: ClusterSummary, before: LockedCluster): FleetProblem[] {
  const unnamed = before.fixed.size !== undefined && before.storage.class === undefined;
  if (!unnamed || images.class === undefined || storage === undefined || !sameStorage(before.storage, images))
    return [];
  const what = `claim "${images.claim}" of ${name} had the default class, which may not be "${images.class}"`;
  const own = {
    severity: 'warning',
    fix: `compare with oc get pvc ${images.claim} -n openshift-image-registry: if the class differs, remove storageClassName or use a new claim`,
  } as const;
  return [lockProblem('IMMUTABLE_CHANGED', [...storage.path, 'storageClassName'], what, { ...own, cluster: index })];
}
