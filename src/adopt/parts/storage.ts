/** Where the images are: storage of the operator is left to it, everything else becomes `storage`. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { definition } from '../../config/schema';
import { checkShape } from '../../config/shape-check';
import { BACKEND_NAMES, BACKENDS, type BackendName, identityField } from '../../facts/backends';
import { USER_SECRET } from '../../facts/names';
import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import { textAt } from '../../review/compare/paths';
import { type Dump, findingAt, type LiveObject } from '../live';
import { isClusters, isForeign, isSet, knowsOwners } from '../owners';
import { claimSettings } from './claim';
import type { Identity } from './identity';
import type { Part } from './part';

/** The live storage and its cluster. */
export interface LiveStorage {
  readonly dump: Dump;
  readonly identity: Identity;
  readonly config: LiveObject;
  /** `spec.storage` in the form in which it is compared. */
  readonly storage: PlainMap;
}

/** Reads the storage. */
export function storagePart(live: LiveStorage): Part {
  const { config, storage } = live;
  const backends = BACKEND_NAMES.filter(name => isPlainMap(storage[name]));
  const [backend] = backends;
  if (backend === undefined) return {};
  if (backends.length > 1) {
    const what = `spec.storage of the Config must have one backend, not ${backends.map(describe).join(' and ')}`;
    const ways = backends.map(name => `without ${name}: ${removal(name)}`);
    const fix = `find out which of them has the images (the operator last used: ${used(config)}), and remove the other; ${ways.join('; ')}`;
    return { findings: [findingAt('ADOPT_TWO_BACKENDS', config, ['spec', 'storage'], what, { fix })] };
  }
  return isOperatorMade(backend, live) ? operatorMade(backend, live) : named(backend, live);

  function describe(name: BackendName): string {
    const fields = storage[name] as PlainMap;
    const identity = namesOf(name)
      .map(key => textAt(fields, key))
      .filter(Boolean);
    return [name, ...identity].join(' ');
  }
}

const removal = (backend: BackendName): string =>
  `oc patch configs.imageregistry.operator.openshift.io/cluster --type=merge -p '{"spec":{"storage":{"${backend}":null}}}'`;

function used({ value }: LiveObject): string {
  const { storage } = isPlainMap(value.status) ? value.status : {};
  const names = isPlainMap(storage) ? BACKEND_NAMES.filter(name => isPlainMap(storage[name])) : [];
  return names.join(', ') || 'nothing';
}

/** Fields that identify the bucket, container or claim. */
function namesOf(backend: BackendName): readonly string[] {
  const { shared, identity } = BACKENDS[backend];
  const parts = shared === 'never' ? Object.keys(identity) : shared.named;
  return parts.flatMap(part => identityField(backend, part) ?? []);
}

/** Whether the operator chose it at installation, and nobody has changed it since. */
function isOperatorMade(backend: BackendName, { config, storage, identity }: LiveStorage): boolean {
  if (!bootstrapBackends(identity.platform, identity.openshift).includes(backend)) return false;
  const names = namesOf(backend).map(name => ['spec', 'storage', backend, name]);
  if (!knowsOwners(config)) return storage.managementState !== 'Unmanaged';
  return !names.some(path => isForeign(config, path) || !isUnownedOrClusters(config, path));
}

/** A name that is not set yet has no owner. */
const isUnownedOrClusters = (config: LiveObject, path: readonly string[]): boolean =>
  textAt(config.value, ...path) === undefined || isClusters(config, path);

/** The operator keeps managing it; what people set on it is written. */
function operatorMade(backend: BackendName, { config, storage, identity }: LiveStorage): Part {
  const choice = PLATFORMS[identity.platform].bootstrap.length > 1 ? { bootstrapStorage: backend } : {};
  const fields = storage[backend] as PlainMap;
  const set = Object.keys(fields).filter(key => isSet(config, ['spec', 'storage', backend, key]));
  const leftOut = [`storage: the operator created ${title(backend, fields)} and keeps managing it`];
  if (set.length === 0) return { entry: choice, leftOut };
  const settings = settingsOf(
    backend,
    fields,
    key => set.includes(key) || (key === 'encrypt' && set.includes('keyID')),
  );
  const stated = { managementState: 'Managed', [backend]: settings };
  if (checkShape(definition('Storage'), stated).issues.length > 0) {
    const names = set.map(key => `storage.${backend}.${key}`).join(', ');
    const what = `${names} was set on storage that the operator created: a fleet cannot set it without naming the storage`;
    return {
      entry: choice,
      leftOut,
      findings: [findingAt('ADOPT_LEFT_OUT', config, ['spec', 'storage', backend], what)],
    };
  }
  return {
    entry: { ...choice, storage: stated },
    comments: {
      storage: `the operator created ${title(backend, fields)} and keeps managing it; ${set.join(', ')} was set on it`,
    },
  };
}

const title = (backend: BackendName, fields: PlainMap): string => {
  const names = namesOf(backend).flatMap(key => textAt(fields, key) ?? []);
  return [BACKENDS[backend].title, ...names].join(' ');
};

/** Storage that people named belongs to them, so it is Unmanaged. */
function named(backend: BackendName, live: LiveStorage): Part {
  const { config, storage, dump } = live;
  const fields = storage[backend] as PlainMap;
  const managed = storage.managementState === 'Managed' && !BACKENDS[backend].ephemeral;
  const comments = managed
    ? 'storage.managementState is Managed on the cluster, so the operator would delete the images with the registry. Named storage is Unmanaged'
    : undefined;
  const credentials = credentialsOf(backend, live);
  const note = comments === undefined ? {} : { comments: { storage: comments } };
  if (backend === 'pvc') {
    const { settings, findings, leftOut } = claimSettings(dump, config, textAt(fields, 'claim') ?? '');
    return { ...note, entry: { storage: { pvc: settings } }, findings, leftOut };
  }
  if (backend === 'emptyDir') {
    const what = 'the live registry loses its images with every restart: they are in emptyDir';
    return {
      entry: { environment: 'non-production', storage: { emptyDir: {} } },
      comments: { environment: 'emptyDir is not for production' },
      findings: [findingAt('ADOPT_EMPTY_DIR', config, ['spec', 'storage', 'emptyDir'], what)],
    };
  }
  // What the operator fills in at every sync comes back without us.
  const isRefilled = (key: string): boolean =>
    BACKENDS[backend].fields[key]?.refilled === 'always' && isClusters(config, ['spec', 'storage', backend, key]);
  const settings = settingsOf(backend, fields, key => !isRefilled(key));
  return { ...note, entry: { storage: { [backend]: settings }, ...credentials } };
}

/** Live fields as settings of a fleet, without defaults of the API server. */
function settingsOf(backend: BackendName, fields: PlainMap, wanted: (key: string) => boolean): PlainMap {
  const known = Object.keys(BACKENDS[backend].fields);
  const entries = Object.entries(fields).filter(([key]) => known.includes(key) && wanted(key));
  return Object.fromEntries(entries.flatMap(([key, value]) => setting(key, value)));
}

function setting(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (key === 'trustedCA') {
    const configMap = textAt(value, 'name') ?? '';
    return configMap === '' ? [] : [[key, { configMap }]];
  }
  if (key === 'networkAccess' && textAt(value, 'type') === 'External') return [];
  if (key === 'virtualHostedStyle' && value === false) return [];
  return [[key, value]];
}

/** The Secret exists already; if the dump does not tell, it is needed where the cluster's own credentials do not work. */
function credentialsOf(backend: BackendName, { dump, identity }: LiveStorage): PlainMap {
  if (BACKENDS[backend].secret === 'none') return {};
  const needed = PLATFORMS[identity.platform].ownCredentials !== backend;
  return (dump.secrets?.has(USER_SECRET) ?? needed) ? { credentials: { existingSecret: {} } } : {};
}
