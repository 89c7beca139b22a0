/** `storage`: one resolver per backend, chosen by the key that is there. */

import type { Odf } from '../../config/shape/odf';
import type { Storage } from '../../config/shape/storage';
import { valueAt } from '../../config/value-at';
import { type BackendName, identityOf } from '../../facts/backends';
import { remembered } from '../../values/remembered';
import type { ResolveContext } from '../context';
import { OWN_STORAGE } from '../storage-change';
import type { ResolvedBackend, StorageModel } from '../storage-model';
import { asWritten, resolveAzure, resolveOss, resolveS3 } from './object-stores';
import { resolveOdfBucket } from './odf-bucket';
import { isOperatorMade } from './operator-made';
import { resolveCephfs, resolveEmptyDir, resolvePvc } from './pvc';

type Resolvers<T> = {
  readonly [Key in keyof T]-?: (config: NonNullable<T[Key]>, context: ResolveContext) => ResolvedBackend;
};

const ODF: Resolvers<Odf> = {
  rgw: (rgw, context) => resolveOdfBucket('rgw', rgw, context),
  noobaa: (noobaa, context) => resolveOdfBucket('noobaa', noobaa, context),
  cephfs: resolveCephfs,
};

const BACKENDS: Resolvers<Pick<Storage, BackendName>> = {
  s3: resolveS3,
  gcs: asWritten('gcs'),
  azure: resolveAzure,
  swift: asWritten('swift'),
  ibmcos: asWritten('ibmcos'),
  oss: resolveOss,
  pvc: resolvePvc,
  emptyDir: resolveEmptyDir,
};

/** Paths of the backends the configuration names, for example `['odf', 'rgw']`; a rule refuses more than one. */
export function namedBackends(storage: Storage | undefined): readonly (readonly string[])[] {
  return storage === undefined
    ? []
    : [...ownKeys(storage).map(key => [key]), ...odfKeys(storage).map(key => ['odf', key])];
}

const ownKeys = (storage: Storage): readonly string[] =>
  Object.keys(storage).filter(name => name !== 'odf' && name !== 'managementState');

const odfKeys = ({ odf }: Storage): readonly string[] => Object.keys(odf ?? {});

/** The first of these where they are in the cluster: one list for all clusters that have the same. */
function firstBackend(storage: Storage): readonly string[] | undefined {
  const [key] = ownKeys(storage);
  if (key !== undefined) return pathOf(key);
  const [store] = odfKeys(storage);
  return store === undefined ? undefined : odfPathOf(store);
}

const pathOf = remembered((backend: string): readonly string[] => ['storage', backend]);
const odfPathOf = remembered((store: string): readonly string[] => ['storage', 'odf', store]);

/** The first backend that is named, or undefined where the operator keeps its own. */
export function resolveStorage(context: ResolveContext): StorageModel | undefined {
  const { storage } = context.cluster;
  const path = firstBackend(storage ?? {});
  if (storage === undefined || path === undefined) return undefined;
  const [, key, store] = path;
  const backend =
    store === undefined ? from(BACKENDS, storage, key, context) : from(ODF, storage.odf ?? {}, store, context);
  if (backend === undefined) return undefined;
  const managementState = storage.managementState ?? 'Unmanaged';
  const written = valueAt(context.cluster, path);
  const own = isOperatorMade(backend.backend, written, context);
  return {
    path,
    identity: backend.identity ?? identityOf(backend.backend, backend.fields),
    ...(own ? settingsOf(backend, written) : backend),
    ...(context.since('4.6') || storage.managementState ? { managementState } : undefined),
  };
}

/** Only what is stated: the operator's own write adds the rest, which stays its own. */
function settingsOf(backend: ResolvedBackend, written: unknown): Omit<StorageModel, 'path' | 'managementState'> {
  const stated = Object.entries(backend.fields).filter(([key]) => valueAt(written, [key]) !== undefined);
  return { ...backend, fields: Object.fromEntries(stated), identity: OWN_STORAGE, operatorMade: true };
}

function from<T extends object>(
  resolvers: Resolvers<T>,
  config: T,
  key: string | undefined,
  context: ResolveContext,
): ResolvedBackend | undefined {
  // A configuration with mistakes may name something else.
  if (key === undefined || !Object.hasOwn(resolvers, key)) return undefined;
  const name = key as keyof T;
  const value = config[name];
  return value === undefined || value === null ? undefined : resolvers[name](value, context);
}
