/** Fields that an emitted Config always or never has. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { CA_BUNDLE_KEY, CONFIG_NAMESPACE, DEFAULT_CLAIM } from '../facts/names';
import type { OwnWords } from '../findings/catalogue-entry';
import { textOf } from '../values/text-of';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, isSettings, mapAt, namedObject } from './objects';

/** What the cluster's settings say about its Config. */
interface ConfigFacts {
  /** Whether the version has storage.managementState. */
  readonly hasStorageState: boolean;
  /** Whether it is ours as a whole, or applied onto that of others, which has what is required. */
  readonly whole: boolean;
}

/** Checks one object; only the Config is checked. */
export function checkConfigObject(
  object: Emitted,
  objects: readonly Emitted[],
  { hasStorageState, whole }: ConfigFacts,
): readonly ObjectFinding[] {
  if (!isSettings('Config', object) || object.name !== 'cluster') return [];
  const spec = mapAt(object.object, 'spec');
  const find: Find = (code, location, what, own) => objectFinding(code, object, location, what, own);
  return [
    ...(whole ? ['managementState', 'replicas'] : [])
      .filter(field => spec[field] === undefined || spec[field] === null)
      .map(field => find('OBJECT_FIELD_MISSING', `spec.${field}`, `${field} is missing`)),
    ...zeros(spec).map(field =>
      find('ZERO_VALUE', `spec.${field}`, `${field} is set, but has no effect`, { fix: 'remove the field' }),
    ),
    ...nulls(spec, 'spec').map(place => find('OBJECT_NULL', place, 'the value must not be null')),
    ...storageFindings(spec, hasStorageState, find),
    ...claimFindings(spec, objects, find),
    ...caFindings(spec, objects, find),
  ];
}

type Find = (code: string, location: string, what: string, own?: OwnWords) => ObjectFinding;

/** Fields that the operator drops when they are false or empty, without those that rules check. */
function zeros(spec: PlainMap): readonly string[] {
  const off = ['defaultRoute', 'readOnly', 'disableRedirect'].filter(field => spec[field] === false);
  const encrypt = mapAt(spec, 'storage', 's3').encrypt === false ? ['storage.s3.encrypt'] : [];
  return [...off, ...encrypt, ...(Array.isArray(spec.routes) && spec.routes.length === 0 ? ['routes'] : [])];
}

const nulls = (value: unknown, place: string): readonly string[] => {
  if (value === null) return [place];
  if (!isPlainMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => nulls(item, `${place}.${key}`));
};

function storageFindings(spec: PlainMap, hasState: boolean, find: Find): readonly ObjectFinding[] {
  const storage = mapAt(spec, 'storage');
  const backend = Object.keys(storage).find(key => key !== 'managementState' && storage[key] !== null);
  if (backend === undefined || !hasState || storage.managementState) return [];
  return [find('STORAGE_STATE_MISSING', 'spec.storage', `storage has ${backend}, but managementState is not set`)];
}

function claimFindings(spec: PlainMap, objects: readonly Emitted[], find: Find): readonly ObjectFinding[] {
  const { pvc } = mapAt(spec, 'storage');
  if (!isPlainMap(pvc)) return [];
  if (!pvc.claim)
    return [find('CLAIM_UNNAMED', 'spec.storage.pvc', `the claim is not set, so the operator uses ${DEFAULT_CLAIM}`)];
  const name = textOf(pvc.claim);
  const claim = namedObject(objects, 'PersistentVolumeClaim', name);
  if (claim === undefined) {
    const other = objects.find(one => one.kind === 'PersistentVolumeClaim' && one.name === name);
    const where = other
      ? `is in namespace "${other.namespace ?? ''}", not in openshift-image-registry`
      : 'is not in the manifests';
    return [find('CLAIM_NOT_SEEN', 'spec.storage.pvc.claim', `claim "${name}" ${where}`)];
  }
  const { accessModes } = mapAt(claim.object, 'spec');
  const modes: readonly unknown[] = Array.isArray(accessModes) ? accessModes : [];
  const once = modes.includes('ReadWriteOnce') && !modes.includes('ReadWriteMany');
  if (!once || spec.rolloutStrategy !== undefined) return [];
  const what = `claim "${name}" is ReadWriteOnce, but rolloutStrategy is not set`;
  return [find('PVC_RWO_STRATEGY', 'spec.rolloutStrategy', what, { fix: 'set rolloutStrategy: Recreate' })];
}

const INJECTED = ['service.beta.openshift.io/inject-cabundle', 'service.alpha.openshift.io/inject-cabundle'];

/** Namespace and key of the storage CA bundle. */
function caFindings(spec: PlainMap, objects: readonly Emitted[], find: Find): readonly ObjectFinding[] {
  const { name } = mapAt(spec, 'storage', 's3', 'trustedCA');
  if (typeof name !== 'string' || name === '') return [];
  const place = 'spec.storage.s3.trustedCA.name';
  const there = namedObject(objects, 'ConfigMap', name, CONFIG_NAMESPACE);
  const elsewhere = objects.find(one => one.kind === 'ConfigMap' && one.name === name);
  if (there === undefined) {
    if (elsewhere === undefined) return [];
    const what = `ConfigMap "${name}" is in namespace "${elsewhere.namespace ?? ''}", not in ${CONFIG_NAMESPACE}`;
    return [find('TRUSTED_CA_ELSEWHERE', place, what, { fix: `set its namespace to ${CONFIG_NAMESPACE}` })];
  }
  const annotations = mapAt(there.object, 'metadata', 'annotations');
  const injected = INJECTED.some(key => annotations[key] === 'true');
  const bundle = mapAt(there.object, 'metadata', 'labels')['config.openshift.io/inject-trusted-cabundle'] === 'true';
  if (!injected && (bundle || Object.hasOwn(mapAt(there.object, 'data'), CA_BUNDLE_KEY))) return [];
  const what = injected ? 'is filled by the service CA operator, under another key' : `has no key ${CA_BUNDLE_KEY}`;
  const fix = `put the certificates under the key ${CA_BUNDLE_KEY}, without that annotation`;
  return [find('TRUSTED_CA_KEY', place, `ConfigMap "${name}" ${what}`, { fix })];
}
