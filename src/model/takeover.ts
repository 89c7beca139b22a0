/** The takeover: which fields of the live Config must go because git never wrote them and server-side apply keeps them. */

import { valueAt } from '../config/value-at';
import { hasField } from '../facts/api-fields';
import { BACKEND_NAMES, type BackendName } from '../facts/backends';
import { type BackendField, backendFields, SPEC_FIELDS } from '../facts/operator-writes';
import { bootstrapBackends } from '../facts/platforms';
import type { BucketKeysModel } from './bucket-keys';
import type { ResolveContext } from './context';
import { type JobsModel, resolveJobs } from './jobs';
import type { RegistrySpec } from './registry';
import type { StorageModel } from './storage-model';

/** Names of fields from the registry's spec downwards, for example `['storage', 's3', 'encrypt']`. */
export type FieldPath = readonly string[];

/** A map whose keys people choose, and the keys that git has. */
export interface KeptKeys {
  readonly path: FieldPath;
  readonly keys: readonly string[];
}

/** A Job that takes out of the live Config what git does not have, before Argo CD applies it. */
export interface TakeoverModel extends JobsModel {
  /** Fields that must not be there. */
  readonly remove: readonly FieldPath[];
  /** Maps that must have no other keys. */
  readonly keep: readonly KeptKeys[];
  /** Fields of the spec that git alone owns afterwards. */
  readonly fields: readonly string[];
  /** Whether the platform's own storage is the reason, or somebody asked. */
  readonly cause: 'platform' | 'asked';
}

/** What is known of the cluster when the takeover is decided. */
export interface TakeoverInput {
  readonly registry: RegistrySpec | undefined;
  readonly storage: StorageModel | undefined;
  readonly bucketKeys: BucketKeysModel | undefined;
}

/** The takeover, or undefined where the live object cannot hold anything that is in git's way. */
export function resolveTakeover(input: TakeoverInput, context: ResolveContext): TakeoverModel | undefined {
  const { registry, storage, bucketKeys } = input;
  if (registry?.managementState !== 'Managed') return undefined;
  const asked = new Set(context.cluster.takeOver?.fields ?? []);
  const stated = storage === undefined ? [] : leftovers(storage, context, asked.has('storage'));
  const remove = stated.filter(path => !(bucketKeys?.fetchesBucketName && path.join('.') === 'storage.s3.bucket'));
  const fields = [...asked].filter(name => Object.hasOwn(SPEC_FIELDS, name)).sort();
  const storageToo = storage !== undefined && (remove.length > 0 || asked.has('storage'));
  if (!storageToo && fields.length === 0) return undefined;
  return {
    ...resolveJobs(context),
    remove: [...remove, ...fields.flatMap(name => fieldsToRemove(name, registry))],
    keep: fields.flatMap(name => keptKeys(name, registry)),
    // the bucket's name is somebody else's to say, where it is generated
    fields: [...(storageToo && !bucketKeys?.fetchesBucketName ? ['storage'] : []), ...fields],
    cause: storageToo && !asked.has('storage') ? 'platform' : 'asked',
  };
}

/** Fields below `storage`: other backends, and what git leaves out of its own one. */
function leftovers(storage: StorageModel, context: ResolveContext, all: boolean): readonly FieldPath[] {
  const possible = bootstrapChoices(context);
  const own = all || possible.includes(storage.backend) ? unstated(storage, context, all) : [];
  const foreign = all || possible.some(backend => backend !== storage.backend);
  if (!foreign && own.length === 0) return [];
  const others = BACKEND_NAMES.filter(backend => backend !== storage.backend);
  return [...others.map(backend => ['storage', backend]), ...own];
}

/** What the operator may have chosen when it started; on OpenStack the configuration may say which. */
export function bootstrapChoices({ cluster, openshift }: ResolveContext): readonly BackendName[] {
  const { platform, bootstrapStorage } = cluster;
  const choices = bootstrapBackends(platform, openshift);
  return choices.length > 1 && bootstrapStorage ? [bootstrapStorage] : choices;
}

function unstated(storage: StorageModel, { openshift }: ResolveContext, all: boolean): readonly FieldPath[] {
  const { backend, fields, managementState } = storage;
  const stays = ({ refilled }: BackendField): boolean =>
    refilled === 'always' || (refilled === 'whenManaged' && managementState === 'Managed');
  return backendFields(backend)
    .filter(field => (all || field.bootstrap) && !stays(field))
    .filter(
      ({ name }) => fields[name] === undefined && hasField('Config', ['spec', 'storage', backend, name], openshift),
    )
    .map(({ name }) => ['storage', backend, name]);
}

/** A field that git does not state goes as a whole; of one that it states, the parts that it does not. */
function fieldsToRemove(name: string, registry: RegistrySpec): readonly FieldPath[] {
  const { parts = [], maps = [] } = SPEC_FIELDS[name] ?? {};
  const named = [...parts, ...maps.filter(map => map !== '')].map(part => [name, ...part.split('.')]);
  if (named.length === 0) return valueAt(registry, [name]) === undefined ? [[name]] : [];
  return named.filter(path => valueAt(registry, path) === undefined);
}

function keptKeys(name: string, registry: RegistrySpec): readonly KeptKeys[] {
  const paths = (SPEC_FIELDS[name]?.maps ?? []).map(map => (map === '' ? [name] : [name, map]));
  return paths.flatMap(path => {
    const value = valueAt(registry, path);
    return value === undefined ? [] : [{ path, keys: Object.keys(value as object).sort() }];
  });
}
