/** Fields of a Config that ours always or never have. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { CA_BUNDLE_KEY, CONFIG_NAMESPACE, DEFAULT_CLAIM } from '../facts/names';
import type { OwnWords } from '../findings/catalogue-entry';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, isSettings, mapAt, namedObject } from './objects';

/** What the cluster tells of its Config. */
interface ConfigFacts {
  /** Whether the version knows who manages the storage. */
  readonly hasStorageState: boolean;
  /** Whether it is ours as a whole, or applied onto that of others, which has what is required. */
  readonly whole: boolean;
}

/** Checks one object; others than the Config have nothing of this. */
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
      find('ZERO_VALUE', `spec.${field}`, `${field} is set, but has no effect`, { fix: 'leave the field out' }),
    ),
    ...nulls(spec, 'spec').map(place => find('OBJECT_NULL', place, 'the value is null')),
    ...storageFindings(spec, hasStorageState, find),
    ...claimFindings(spec, objects, find),
    ...caFindings(spec, objects, find),
  ];
}

type Find = (code: string, location: string, what: string, own?: OwnWords) => ObjectFinding;

/** Fields the operator drops when they are false or empty; those that rules know are not among them. */
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
  return [find('STORAGE_STATE_MISSING', 'spec.storage', `storage names ${backend}, and no managementState`)];
}

function claimFindings(spec: PlainMap, objects: readonly Emitted[], find: Find): readonly ObjectFinding[] {
  const { pvc } = mapAt(spec, 'storage');
  if (!isPlainMap(pvc)) return [];
  if (!pvc.claim) return [find('CLAIM_UNNAMED', 'spec.storage.pvc', `the operator looks for ${DEFAULT_CLAIM}`)];
  const name = String(pvc.claim);
  const claim = namedObject(objects, 'PersistentVolumeClaim', name);
  if (claim === undefined) {
    const other = objects.find(one => one.kind === 'PersistentVolumeClaim' && one.name === name);
    const where = other ? `the one there is in namespace "${other.namespace ?? ''}"` : 'there is none';
    return [find('CLAIM_NOT_SEEN', 'spec.storage.pvc.claim', `claim "${name}": ${where}`)];
  }
  const { accessModes } = mapAt(claim.object, 'spec');
  const modes: readonly unknown[] = Array.isArray(accessModes) ? accessModes : [];
  const once = modes.includes('ReadWriteOnce') && !modes.includes('ReadWriteMany');
  if (!once || spec.rolloutStrategy !== undefined) return [];
  const what = `claim "${name}" is ReadWriteOnce, and rolloutStrategy is missing`;
  return [find('PVC_RWO_STRATEGY', 'spec.rolloutStrategy', what, { fix: 'write rolloutStrategy: Recreate' })];
}

const INJECTED = ['service.beta.openshift.io/inject-cabundle', 'service.alpha.openshift.io/inject-cabundle'];

/** Where the bundle of the storage CA is, and under which key. */
function caFindings(spec: PlainMap, objects: readonly Emitted[], find: Find): readonly ObjectFinding[] {
  const { name } = mapAt(spec, 'storage', 's3', 'trustedCA');
  if (typeof name !== 'string' || name === '') return [];
  const place = 'spec.storage.s3.trustedCA.name';
  const there = namedObject(objects, 'ConfigMap', name, CONFIG_NAMESPACE);
  const elsewhere = objects.find(one => one.kind === 'ConfigMap' && one.name === name);
  if (there === undefined) {
    if (elsewhere === undefined) return [];
    const what = `ConfigMap "${name}" is in namespace "${elsewhere.namespace ?? ''}"`;
    return [find('TRUSTED_CA_ELSEWHERE', place, what, { fix: `put it into ${CONFIG_NAMESPACE}` })];
  }
  const annotations = mapAt(there.object, 'metadata', 'annotations');
  const injected = INJECTED.some(key => annotations[key] === 'true');
  const bundle = mapAt(there.object, 'metadata', 'labels')['config.openshift.io/inject-trusted-cabundle'] === 'true';
  if (!injected && (bundle || Object.hasOwn(mapAt(there.object, 'data'), CA_BUNDLE_KEY))) return [];
  const what = injected ? 'gets its data from the service CA operator' : `has no key ${CA_BUNDLE_KEY}`;
  const fix = `put the certificates under the key ${CA_BUNDLE_KEY}, without that annotation`;
  return [find('TRUSTED_CA_KEY', place, `ConfigMap "${name}" ${what}`, { fix })];
}
