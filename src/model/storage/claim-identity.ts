/** Which volume a claim leads to, and what the API server does not let change of the objects behind it. */

import { isPlainMap } from '../../config/plain-map';
import { valueAt } from '../../config/value-at';
import { BACKENDS } from '../../facts/backends';
import { setKey } from '../../values/set-key';
import type { ClaimModel, StorageModel, VolumeModel } from '../storage-model';

/** The claim, and the class or the static volume that gives it its volume; what others make of a claim is not known. */
export function claimIdentity({ name, existing, storageClassName, volume }: ClaimModel): StorageModel['identity'] {
  const backend = 'pvc';
  if (volume !== undefined) return { backend, claim: name, ...(existing ? OTHERS : {}), ...volumeIdentity(volume) };
  if (existing) return { backend, claim: name, ...OTHERS };
  return storageClassName === undefined ? { backend, claim: name } : { backend, claim: name, class: storageClassName };
}

/** Part of the identity of a claim that someone else makes. */
const OTHERS = { existing: 'true' } as const;

/** What a static volume is made of: one of these parts. */
function volumeIdentity({ nfs, csi, iscsi, fc, local }: VolumeModel): Readonly<Record<string, string>> {
  if (nfs) return { nfs: `${nfs.server}:${nfs.path}` };
  if (csi) return { csi: `${csi.driver}/${csi.volumeHandle}` };
  if (iscsi) return { iscsi: `${iscsi.targetPortal}/${iscsi.iqn}/${iscsi.lun}` };
  if (fc) return { fc: `${[...(fc.targetWWNs ?? [])].sort().join(',')}/${fc.lun}` };
  return local ? { local: local.path } : {};
}

/** Leaves that `volumeIdentity` has. */
const IN_IDENTITY: ReadonlySet<string> = new Set(
  [
    ...['nfs.server', 'nfs.path', 'csi.driver', 'csi.volumeHandle', 'local.path'],
    ...['iscsi.targetPortal', 'iscsi.iqn', 'iscsi.lun', 'fc.targetWWNs', 'fc.lun'],
  ].map(leaf => `volume.${leaf}`),
);

/** Settings of a claim that the API server does not let change. */
const IMMUTABLE = Object.keys(BACKENDS.pvc.immutable).map(path => {
  const steps = path.split('.');
  return { path, steps, first: steps[0] as keyof ClaimModel };
});

/** What cannot change later, by its path below the backend: of the claim, and of a class and a volume of ours. */
export function fixedOf({
  claim,
  bucketClaim,
}: Pick<StorageModel, 'claim' | 'bucketClaim'>): Readonly<Record<string, string>> {
  const source = claim ?? bucketClaim;
  if (source === undefined) return NOTHING;
  const inIdentity = claim?.existing === false && claim.volume === undefined ? 'storageClassName' : undefined;
  const fixed: Record<string, string> = {};
  for (const { path, steps, first } of IMMUTABLE) {
    if ((source as Partial<ClaimModel>)[first] === undefined) continue;
    const value = valueAt(source, steps);
    if (value === undefined || value === null || path === inIdentity) continue;
    if (claim?.existing === true && isOfClaim(path)) continue;
    if (bucketClaim !== undefined && !path.startsWith('storageClass.')) continue;
    for (const [leaf, text] of leavesOf(path, value)) if (!IN_IDENTITY.has(leaf)) setKey(fixed, leaf, text);
  }
  return fixed;
}

const NOTHING: Readonly<Record<string, string>> = {};

/** Whether the setting is one of the claim itself, and not of a class or volume that is made for it. */
export const isOfClaim = (path: string): boolean => !path.includes('.');

/** Lists of words as one line, single values of maps each for itself, deeper ones as they are. */
function leavesOf(path: string, value: unknown): readonly (readonly [string, string])[] {
  if (!isPlainMap(value)) return [[path, lineOf(value)]];
  if (path === 'volume.nodeAffinity') return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, below]) =>
    below === undefined ? [] : [[`${path}.${key}`, lineOf(below)]],
  );
}

const lineOf = (value: unknown): string => {
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return [...value].sort().join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Whether the claim can grow; `forbidden` where a class of ours does not let it. */
export function growthOf({ claim }: Pick<StorageModel, 'claim'>): 'possible' | 'forbidden' | 'static' {
  if (claim?.volume !== undefined) return 'static';
  return claim?.storageClass?.allowVolumeExpansion === false ? 'forbidden' : 'possible';
}
