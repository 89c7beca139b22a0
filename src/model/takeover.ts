/** The takeover: which fields of the live Config must go because git never wrote them and server-side apply keeps them. */

import { valueAt } from '../config/value-at';
import { hasField } from '../facts/api-fields';
import { isOtherStore } from '../facts/aws-regions';
import { BACKEND_NAMES, type BackendName } from '../facts/backends';
import { type BackendField, backendFields, SPEC_FIELDS } from '../facts/operator-writes';
import { bootstrapBackends } from '../facts/platforms';
import { remembered } from '../values/remembered';
import type { BucketKeysModel } from './bucket-keys';
import type { ResolveContext } from './context';
import { type JobsModel, resolveJobs } from './jobs';
import type { RegistrySpec } from './registry';
import { changeUnderWay, OWN_STORAGE } from './storage-change';
import type { StorageModel } from './storage-model';

/** Names of fields from the registry's spec downwards, for example `['storage', 's3', 'encrypt']`. */
export type FieldPath = readonly string[];

/** A map whose keys people choose, and the keys that git has. */
export interface KeptKeys {
  readonly path: FieldPath;
  readonly keys: readonly string[];
}

/** What must be taken out of the live Config before Argo CD applies it, because an apply would leave it there. */
export interface TakeoverModel extends JobsModel {
  /** Fields that must not be there. */
  readonly remove: readonly FieldPath[];
  /** Maps that must have no other keys. */
  readonly keep: readonly KeptKeys[];
  /** Fields of the spec that git alone owns afterwards. */
  readonly fields: readonly string[];
  /**
   * Why: the platform's own storage, which is another backend or has a leaf that does harm; an acknowledged change of
   * backend that is under way; or someone asked.
   */
  readonly cause: 'platform' | 'change' | 'asked';
  /** The change that is under way, in the words of its acknowledgement. */
  readonly change?: string;
  /** Who does it: our Job, a person with the commands of `verify`, or nobody, because it is done. */
  readonly by: 'job' | 'hand' | 'none';
}

/** What is known of the cluster when the takeover is decided. */
export interface TakeoverInput {
  readonly registry: RegistrySpec | undefined;
  readonly storage: StorageModel | undefined;
  readonly bucketKeys: BucketKeysModel | undefined;
}

/** The takeover, or undefined where an apply leaves nothing that is in git's way. */
export function resolveTakeover(input: TakeoverInput, context: ResolveContext): TakeoverModel | undefined {
  const { registry, bucketKeys } = input;
  if (registry?.managementState !== 'Managed') return undefined;
  // nothing may be taken out of what the operator makes: without its name it would make another one
  const storage = input.storage?.operatorMade ? undefined : input.storage;
  const { by = 'job', fields: asked = [] } = context.cluster.takeOver ?? {};
  const change = storage && backendChange(storage, context);
  const everything = change !== undefined || asked.includes('storage');
  const found = storage === undefined ? [] : leftovers(storage, context, everything);
  const remove = found.filter(path => !(bucketKeys?.fetchesBucketName && path.join('.') === 'storage.s3.bucket'));
  const fields = [...new Set(asked)].filter(name => Object.hasOwn(SPEC_FIELDS, name)).sort();
  const storageToo = storage !== undefined && (remove.length > 0 || everything);
  if (!storageToo && fields.length === 0) return undefined;
  return {
    remove: [...remove, ...fields.flatMap(name => fieldsToRemove(name, registry))],
    keep: fields.flatMap(name => keptKeys(name, registry)),
    fields: [...(storageToo ? ['storage'] : []), ...fields],
    cause: change ? 'change' : storageToo && !asked.includes('storage') ? 'platform' : 'asked',
    change,
    by,
    ...resolveJobs(context),
  };
}

/** The change of backend that is under way. Leaving the operator's own storage for the same backend is not one. */
function backendChange(storage: StorageModel, context: ResolveContext): string | undefined {
  const { cluster, inputs } = context;
  const found = changeUnderWay(cluster.name, storage.identity, inputs.changes);
  if (found === undefined) return undefined;
  const before = found.from === OWN_STORAGE.backend ? bootstrapChoices(context) : [found.from];
  return before.length === 1 && before[0] === storage.backend ? undefined : found.change;
}

/** Fields below `storage`: other backends where there can be one, and what git leaves out of its own. */
function leftovers(storage: StorageModel, context: ResolveContext, everything: boolean): readonly FieldPath[] {
  const possible = bootstrapChoices(context);
  const own = everything || possible.includes(storage.backend) ? unstated(storage, context, everything) : [];
  const foreign = everything || possible.some(backend => backend !== storage.backend);
  if (!foreign && own.length === 0) return [];
  return [...othersThan(storage.backend), ...own];
}

/** Paths of all other backends, the same list for all clusters. */
const othersThan = remembered((own: BackendName): readonly FieldPath[] =>
  BACKEND_NAMES.filter(backend => backend !== own).map(backend => ['storage', backend]),
);

/** What the operator may have chosen when it started; on OpenStack the configuration may say which. */
export function bootstrapChoices({ cluster, openshift }: ResolveContext): readonly BackendName[] {
  const { platform, bootstrapStorage } = cluster;
  const choices = bootstrapBackends(platform, openshift);
  return choices.length > 1 && bootstrapStorage ? [bootstrapStorage] : choices;
}

/** Fields of its own backend that git does not state: all of them, or those that do harm as the operator fills them. */
function unstated(storage: StorageModel, { openshift }: ResolveContext, everything: boolean): readonly FieldPath[] {
  const { backend, fields } = storage;
  const harmful = ({ harms }: BackendField): boolean => harms === 'otherStore' && isOtherStore(fields);
  return backendFields(backend)
    .filter(field => (everything || harmful(field)) && !isRefilled(field, storage))
    .filter(
      ({ name }) => fields[name] === undefined && hasField('Config', ['spec', 'storage', backend, name], openshift),
    )
    .map(({ name }) => ['storage', backend, name]);
}

/** Whether the operator puts the field back. Versions without `storage.managementState` go on managing what they made. */
const isRefilled = ({ refilled }: BackendField, { managementState }: StorageModel): boolean =>
  refilled === 'always' || (refilled === 'whenManaged' && managementState !== 'Unmanaged');

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
