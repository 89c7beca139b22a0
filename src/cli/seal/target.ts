/** The target of sealing: the Secret of one path in a cluster's configuration, and the file that the path is in. */

import { NO_INPUTS } from '../../config/inputs';
import { isPlainMap } from '../../config/plain-map';
import { definition } from '../../config/schema';
import type { Cluster } from '../../config/shape/cluster';
import type { SealedSecretSource, SecretSource } from '../../config/shape/credentials';
import { checkShape } from '../../config/shape-check';
import { valueAt, withValue } from '../../config/value-at';
import { type ConfigPath, formatPath } from '../../findings/finding';
import type { LoadedCluster } from '../../load/load-fleet';
import { mergeLayers } from '../../load/merge';
import type { Anchor } from '../../load/source';
import { allSecrets } from '../../model/all-secrets';
import type { RegistryModel } from '../../model/model';
import { resolve } from '../../model/resolve';
import { DEFAULT_SCOPE, type SecretModel } from '../../model/secret';
import type { SealingScope } from './encrypt';

/** A request that does not fit the configuration; the message says why and what to do. */
export class TargetError extends Error {}

/** Where a sealed value goes. */
export interface SealTarget {
  /** The Secret; the first one, if several namespaces get the same. */
  readonly secret: SecretModel;
  readonly model: RegistryModel;
  readonly scope: SealingScope;
  /** Whether the scope must be written into the configuration. */
  readonly scopeIsNew: boolean;
  /** Place of the mode, in the file with the cluster. */
  readonly anchor: Anchor;
}

/** Paths that can have sealed values, in words. */
export const SEALABLE =
  'credentials, routes.custom[N].tls, thirdParty[N].credentials, storage.s3.cloudFront.privateKey';

/**
 * Finds the target of a path below a cluster.
 *
 * @throws TargetError if nothing can be sealed there.
 */
export function sealTarget(cluster: LoadedCluster, path: ConfigPath, asked: SealingScope | undefined): SealTarget {
  const config = shaped(cluster.merged());
  refuseMissingEntry(config, path);
  const source = sourceAt(config, path);
  refuseOtherModes(shaped(withSealed(cluster, path)), path);
  const scope = scopeOf(source.sealedSecret, asked);
  const sealedSecret = { encryptedData: {}, ...source.sealedSecret, scope };
  const model = resolve(withValue(config, path, { ...source, sealedSecret }) as Cluster, NO_INPUTS);
  const secrets = allSecrets(model).filter(
    secret => secret.mode === 'sealedSecret' && JSON.stringify(secret.path) === JSON.stringify(path),
  );
  const [secret] = secrets;
  if (secret === undefined) throw new TargetError(nothingThere(path, model));
  const namespaces = [...new Set(secrets.map(({ namespace }) => namespace))];
  if (namespaces.length > 1 && scope !== 'cluster-wide') {
    throw new TargetError(
      `the value goes to the namespaces ${namespaces.join(', ')}, but scope ${scope} opens it in only one of them: add --scope cluster-wide`,
    );
  }
  const scopeIsNew = scope !== (source.sealedSecret?.scope ?? DEFAULT_SCOPE);
  return { secret, model, scope, scopeIsNew, anchor: ownAnchor(cluster, path) };
}

const shaped = (settings: unknown): Cluster => checkShape(definition('Cluster'), settings).value as Cluster;

/** An entry of a list must exist before it gets a Secret. */
function refuseMissingEntry(config: Cluster, path: ConfigPath): void {
  const index = path.findIndex(key => typeof key === 'number');
  const entry = path.slice(0, index + 1);
  if (index < 0 || valueAt(config, entry) !== undefined) return;
  throw new TargetError(`the cluster has no ${formatPath(entry)}: add it first, then seal for it`);
}

/** What is already set at the path. */
function sourceAt(config: Cluster, path: ConfigPath): SecretSource {
  const found = valueAt(config, path) ?? {};
  if (!isPlainMap(found)) throw new TargetError(`${formatPath(path)} is not a map`);
  return found;
}

/** The cluster as it will be: if its own entry has null, settings of other files come back. */
function withSealed({ layers }: LoadedCluster, path: ConfigPath): unknown {
  const own = layers.at(-1)?.value;
  const said = valueAt(own, path);
  const source = { ...(isPlainMap(said) ? said : {}), sealedSecret: { encryptedData: {} } };
  return mergeLayers([...layers.slice(0, -1).map(({ value }) => value), withValue(own, path, source)]);
}

/** Another mode would make a second owner of the same Secret. */
function refuseOtherModes(config: Cluster, path: ConfigPath): void {
  const source = sourceAt(config, path);
  const other = ['externalSecret', 'existingSecret', 'secret', 'certificate', 'bucketClaim'].find(
    mode => mode in source,
  );
  if (other === undefined) return;
  throw new TargetError(
    `${formatPath(path)} already has ${other}: remove it first, or set ${other}: null if it comes from another file`,
  );
}

/** Values of one Secret share one scope. */
function scopeOf(source: SealedSecretSource | undefined, asked: SealingScope | undefined): SealingScope {
  const said = source?.scope ?? DEFAULT_SCOPE;
  if (asked === undefined || asked === said) return said;
  const others = Object.keys(source?.encryptedData ?? {});
  if (source?.scope === undefined && others.length === 0) return asked;
  throw new TargetError(
    `the configuration has scope ${said}: use --scope ${said}, or first remove scope and ${others.join(', ') || 'its values'}`,
  );
}

const nothingThere = (path: ConfigPath, { storage }: RegistryModel): string =>
  path.join('.') === 'credentials'
    ? `the cluster's storage, ${storage?.backend ?? "the operator's own"}, uses no credentials`
    : `${formatPath(path)} has no Secret; values can be sealed for ${SEALABLE}`;

/**
 * The cluster's own entry: ciphertext is only for this cluster, and other files are shared. A list is replaced as a
 * whole, so its entry must already exist.
 */
function ownAnchor({ layers }: LoadedCluster, path: ConfigPath): Anchor {
  const own = layers.at(-1);
  if (own === undefined) throw new TargetError('the cluster has no entry');
  const index = path.findIndex(key => typeof key === 'number');
  const entry = path.slice(0, index + 1);
  if (index >= 0 && valueAt(own.value, entry) === undefined) {
    throw new TargetError(
      `${formatPath(entry)} is in a profile or in defaults, which other clusters share: copy ${formatPath(path.slice(0, index))} to the cluster's own entry first`,
    );
  }
  return { ...own.anchor, path: [...own.anchor.path, ...path] };
}
