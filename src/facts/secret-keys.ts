/** Keys of the storage credentials Secret, by backend and OpenShift version. */

import type { SwiftAuth } from '../config/shape/credentials';
import { BACKENDS, type BackendName } from './backends';
import type { CredentialKeys } from './backends/backend';

/** Key of pull credentials in a Secret of type kubernetes.io/dockerconfigjson. */
export const DOCKER_CONFIG_KEY = '.dockerconfigjson';

/** Properties of a store's entry that may stand for a whole file of pull credentials. */
export const LOGIN_KEYS = ['username', 'password'] as const;

/** Pull credentials. @see https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets */
export const PULL_KEYS: CredentialKeys = { required: [DOCKER_CONFIG_KEY], empty: [], wholeEntry: true };

/**
 * The key pair of a route; a CA is read from `tls.cacrt` alone.
 *
 * @see openshift/cluster-image-registry-operator pkg/resource/route.go
 */
export const TLS_KEYS: CredentialKeys = {
  required: ['tls.crt', 'tls.key'],
  empty: [],
  optional: ['tls.cacrt'],
  wholeEntry: false,
};

/** What is read where a backend has no credentials. */
const NO_KEYS: CredentialKeys = { required: [], empty: [], wholeEntry: false };

/**
 * The keys the operator reads for a backend; none for claims and emptyDir.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage, getCredentialsConfigData and GetConfig of each driver
 */
export function credentialKeys(
  backend: BackendName,
  version: string,
  swiftAuth: SwiftAuth = 'password',
): CredentialKeys {
  const { secret } = BACKENDS[backend];
  return secret === 'none' ? NO_KEYS : secret.keys(version, swiftAuth);
}
