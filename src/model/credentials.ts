/** The storage credentials, and CloudFront's private key. */

import { REGISTRY_NAMESPACE, USER_SECRET } from '../facts/names';
import { credentialKeys } from '../facts/secret-keys';
import type { ConfigPath } from '../findings/finding';
import type { ResolveContext } from './context';
import { resolveSecret, type SecretModel } from './secret';
import type { StorageModel } from './storage-model';

/** The storage credentials, or undefined where none are set or none are used. */
export function resolveCredentials(
  storage: StorageModel | undefined,
  context: ResolveContext,
): SecretModel | undefined {
  const { credentials } = context.cluster;
  if (credentials === undefined || storage === undefined) return undefined;
  const keys = credentialKeys(storage.backend, context.openshift, context.swiftAuth);
  if (keys.required.length === 0) return undefined;
  const target = { path: PATH, name: USER_SECRET, namespace: REGISTRY_NAMESPACE, keys };
  return resolveSecret(credentials, target, context.inputs);
}

const PATH: ConfigPath = ['credentials'];

/** CloudFront's private key: a whole file under a key that the user names. */
export function resolveCloudFrontKey(
  storage: StorageModel | undefined,
  { cluster, inputs }: ResolveContext,
): SecretModel | undefined {
  const privateKey = cluster.storage?.s3?.cloudFront?.privateKey;
  if (privateKey === undefined || storage?.path.join('.') !== 'storage.s3') return undefined;
  const path: ConfigPath = [...storage.path, 'cloudFront', 'privateKey'];
  const keys = { required: [privateKey.key ?? ''], empty: [], wholeEntry: true };
  return resolveSecret(privateKey, { path, name: privateKey.name ?? '', namespace: REGISTRY_NAMESPACE, keys }, inputs);
}
