/** `credentials`, and every other Secret of the cluster, mode by mode. */

import type { Inputs } from '../config/inputs';
import type { Credentials, SecretSource } from '../config/shape/credentials';
import { REGISTRY_NAMESPACE, USER_SECRET } from '../facts/names';
import { type CredentialKeys, credentialKeys } from '../facts/secret-keys';
import type { ResolveContext } from './context';
import type { SecretModel, StorageModel } from './model';
import { Secret } from './secret';

/** The storage credentials, or undefined where none are said or none are used. */
export function resolveCredentials(
  storage: StorageModel | undefined,
  context: ResolveContext,
): SecretModel | undefined {
  const { credentials } = context.cluster;
  if (credentials === undefined || storage === undefined) return undefined;
  const keys = credentialKeys(storage.backend, context.openshift, credentials.swiftAuth);
  if (keys.required.length === 0) return undefined;
  return resolveSecret(credentials, { name: USER_SECRET, namespace: REGISTRY_NAMESPACE, keys }, context.inputs);
}

/** Modes a Secret can have, in the order they are looked for. */
export const SECRET_MODES = ['externalSecret', 'sealedSecret', 'existingSecret', 'secret'] as const;

/** The modes that are said; a rule refuses none and more than one. */
export const namedModes = (source: SecretSource | Credentials): readonly (typeof SECRET_MODES)[number][] =>
  SECRET_MODES.filter(mode => source[mode] !== undefined);

/** One Secret by the first mode that is said. */
export function resolveSecret(
  source: SecretSource,
  target: { readonly name: string; readonly namespace: string; readonly type?: string; readonly keys: CredentialKeys },
  inputs: Inputs,
): SecretModel | undefined {
  const { externalSecret, sealedSecret, existingSecret, secret } = source;
  if (externalSecret) return { ...target, mode: 'externalSecret', source: externalSecret };
  if (sealedSecret) return { ...target, mode: 'sealedSecret', source: sealedSecret };
  if (existingSecret) return { ...target, mode: 'existingSecret' };
  if (!secret) return undefined;
  const values: Record<string, Secret> = {};
  for (const [key, name] of Object.entries(secret.env ?? {})) add(values, key, inputs.env(name));
  for (const [key, path] of Object.entries(secret.files ?? {})) add(values, key, inputs.file(path));
  return { ...target, mode: 'secret', values, allowPlaintext: secret.allowPlaintext ?? false };
}

function add(values: Record<string, Secret>, key: string, value: string | undefined): void {
  if (value !== undefined) values[key] = new Secret(value);
}
