/** `credentials`, and every other Secret of the cluster, mode by mode. */

import type { Inputs } from '../config/inputs';
import type { Credentials, PlainSecretSource, SecretSource } from '../config/shape/credentials';
import { REGISTRY_NAMESPACE, USER_SECRET } from '../facts/names';
import { credentialKeys } from '../facts/secret-keys';
import type { ConfigPath } from '../findings/finding';
import type { ResolveContext } from './context';
import { Secret } from './secret';
import type { SecretModel } from './secret-model';
import type { StorageModel } from './storage-model';

/** What a Secret is, whichever mode it comes by. */
export type SecretTarget = Pick<SecretModel, 'path' | 'name' | 'namespace' | 'type' | 'keys' | 'pullServer' | 'merge'>;

/** The storage credentials, or undefined where none are said or none are used. */
export function resolveCredentials(
  storage: StorageModel | undefined,
  context: ResolveContext,
): SecretModel | undefined {
  const { credentials } = context.cluster;
  if (credentials === undefined || storage === undefined) return undefined;
  const keys = credentialKeys(storage.backend, context.openshift, credentials.swiftAuth);
  if (keys.required.length === 0) return undefined;
  const target = { path: ['credentials'], name: USER_SECRET, namespace: REGISTRY_NAMESPACE, keys };
  return resolveSecret(credentials, target, context.inputs);
}

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

/** Modes a Secret can have, in the order they are looked for. */
export const SECRET_MODES = ['externalSecret', 'sealedSecret', 'existingSecret', 'secret'] as const;

/** The modes that are said; a rule refuses none and more than one. */
export const namedModes = (source: SecretSource | Credentials): readonly (typeof SECRET_MODES)[number][] =>
  SECRET_MODES.filter(mode => source[mode] !== undefined);

/** One Secret by the first mode that is said. */
export function resolveSecret(source: SecretSource, target: SecretTarget, inputs: Inputs): SecretModel | undefined {
  const { externalSecret, sealedSecret, existingSecret, secret } = source;
  if (externalSecret) return { ...target, mode: 'externalSecret', source: externalSecret };
  if (sealedSecret) return { ...target, mode: 'sealedSecret', source: sealedSecret };
  if (existingSecret) return { ...target, mode: 'existingSecret' };
  if (!secret) return undefined;
  const values = readValues(secret, inputs);
  return { ...target, mode: 'secret', source: secret, values, allowPlaintext: secret.allowPlaintext ?? false };
}

/** What could be read; rules report the rest. */
function readValues({ env, files }: PlainSecretSource, inputs: Inputs): Readonly<Record<string, Secret>> {
  const read = [
    ...Object.entries(env ?? {}).map(([key, name]) => [key, inputs.env(name)] as const),
    ...Object.entries(files ?? {}).map(([key, path]) => [key, inputs.file(path)] as const),
  ];
  return Object.fromEntries(read.flatMap(([key, value]) => (value === undefined ? [] : [[key, new Secret(value)]])));
}
