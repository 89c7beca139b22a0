/** The claim of the registry, with its static volume: `storage.pvc`. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { definition } from '../../config/schema';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import type { Finding } from '../../findings/finding';
import { textAt, valueAt } from '../../review/compare/paths';
import { type Dump, find, findingAt, type LiveObject } from '../live';
import { appliers } from '../owners';
import { present } from './part';

/** Settings of `storage.pvc`. */
export interface ClaimSettings {
  readonly settings: PlainMap;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

/** Reads the claim that the Config names. */
export function claimSettings(dump: Dump, config: LiveObject, name: string): ClaimSettings {
  const claim = find(dump, 'PersistentVolumeClaim', name, REGISTRY_NAMESPACE);
  if (claim === undefined) {
    const what = `the dump lacks PersistentVolumeClaim "${name}" in ${REGISTRY_NAMESPACE}, which the registry uses`;
    const place = ['spec', 'storage', 'pvc', 'claim'];
    return { settings: { claim: name }, leftOut: [], findings: [findingAt('ADOPT_INCOMPLETE', config, place, what)] };
  }
  const spec = isPlainMap(claim.value.spec) ? claim.value.spec : {};
  const others = appliers(claim);
  if (others.length > 0) {
    return {
      settings: { claim: name, existing: true, accessModes: spec.accessModes },
      findings: [],
      leftOut: [`claim ${name}: ${others.join(', ')} applies it`],
    };
  }
  const volume = volumeOf(dump, claim, name);
  const className = textAt(spec, 'storageClassName');
  return {
    settings: present({
      claim: name,
      accessModes: spec.accessModes,
      size: valueAt(spec, 'resources', 'requests', 'storage'),
      storageClassName: className === '' && volume.settings !== undefined ? undefined : className,
      volumeMode: spec.volumeMode === 'Filesystem' ? undefined : spec.volumeMode,
      volume: volume.settings,
    }),
    findings: volume.findings,
    leftOut: volume.leftOut,
  };
}

/** Kinds of volumes that a fleet can have. */
const SOURCES = ['nfs', 'local', 'csi', 'iscsi', 'fc'].filter(key =>
  Object.hasOwn(definition('Volume').properties ?? {}, key),
);

interface VolumeSettings {
  readonly settings?: PlainMap;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

/** A volume that was created by hand; one that a provisioner created belongs to its class. */
function volumeOf(dump: Dump, claim: LiveObject, claimName: string): VolumeSettings {
  const volumeName = textAt(claim.value, 'spec', 'volumeName');
  if (volumeName === undefined || isProvisioned(claim)) return { findings: [], leftOut: [] };
  const volume = find(dump, 'PersistentVolume', volumeName);
  if (volume === undefined) {
    const what = `the dump lacks PersistentVolume "${volumeName}", to which claim "${claimName}" is bound`;
    return { findings: [findingAt('ADOPT_INCOMPLETE', claim, ['spec', 'volumeName'], what)], leftOut: [] };
  }
  const spec = isPlainMap(volume.value.spec) ? volume.value.spec : {};
  const source = SOURCES.find(key => isPlainMap(spec[key]));
  if (isProvisioned(volume) || source === undefined || appliers(volume).length > 0) {
    const why = source === undefined ? 'a fleet cannot have a volume of its kind' : 'it is created elsewhere';
    return { findings: [], leftOut: [`volume ${volumeName}: ${why}; the claim stays bound to it`] };
  }
  return {
    settings: present({
      name: volumeName === claimName ? undefined : volumeName,
      [source]: spec[source],
      nodeAffinity: spec.nodeAffinity,
      mountOptions: spec.mountOptions,
      reclaimPolicy: spec.persistentVolumeReclaimPolicy === 'Retain' ? undefined : spec.persistentVolumeReclaimPolicy,
    }),
    findings: [],
    leftOut: [],
  };
}

/** Annotations of the provisioner, on its claim and on the volume it created. */
const isProvisioned = ({ value }: LiveObject): boolean => {
  const annotations = valueAt(value, 'metadata', 'annotations');
  return isPlainMap(annotations) && PROVISIONED.some(key => Object.hasOwn(annotations, key));
};
const PROVISIONED = [
  'volume.kubernetes.io/storage-provisioner',
  'volume.beta.kubernetes.io/storage-provisioner',
  'pv.kubernetes.io/provisioned-by',
];
