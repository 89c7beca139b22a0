/** Keys of the storage credentials Secret, by backend and OpenShift version. */

import type { SwiftAuth } from '../config/shape/credentials';
import type { BackendName } from './platforms';
import { atLeast } from './versions';

/** Keys that carry a value, keys that must be there though empty, and whether a value is a whole file. */
export interface CredentialKeys {
  readonly required: readonly string[];
  readonly empty: readonly string[];
  /** Keys that are read where they are there. */
  readonly optional?: readonly string[];
  /** The entry of a store is the value as a whole, not a map of properties. */
  readonly wholeEntry: boolean;
}

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

const SWIFT = 'REGISTRY_STORAGE_SWIFT_';

const SWIFT_KEYS: Readonly<Record<SwiftAuth, readonly string[]>> = {
  password: [`${SWIFT}USERNAME`, `${SWIFT}PASSWORD`],
  applicationCredential: [
    `${SWIFT}APPLICATIONCREDENTIALID`,
    `${SWIFT}APPLICATIONCREDENTIALNAME`,
    `${SWIFT}APPLICATIONCREDENTIALSECRET`,
  ],
  token: [`${SWIFT}TOKENID`],
};

const FIXED: Readonly<Partial<Record<BackendName, CredentialKeys>>> = {
  s3: keys(['REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY']),
  gcs: { ...keys(['REGISTRY_STORAGE_GCS_KEYFILE']), wholeEntry: true },
  azure: keys(['REGISTRY_STORAGE_AZURE_ACCOUNTKEY']),
  ibmcos: keys(['REGISTRY_STORAGE_IBMCOS_IAMAPIKEY']),
  oss: { ...keys(['credentials']), wholeEntry: true },
};

/**
 * The keys the operator reads for a backend; none for claims and emptyDir.
 * From 4.10 to 4.14 the operator wants all five Swift keys, the unused ones empty.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage, getCredentialsConfigData and GetConfig of each driver
 */
export function credentialKeys(
  backend: BackendName,
  version: string,
  swiftAuth: SwiftAuth = 'password',
): CredentialKeys {
  if (backend !== 'swift') return FIXED[backend] ?? keys([]);
  const required = SWIFT_KEYS[swiftAuth];
  const allFive = atLeast(version, '4.10') && !atLeast(version, '4.15');
  const five = [...SWIFT_KEYS.password, ...SWIFT_KEYS.applicationCredential];
  return keys(required, allFive ? five.filter(key => !required.includes(key)) : []);
}

function keys(required: readonly string[], empty: readonly string[] = []): CredentialKeys {
  return { required, empty, wholeEntry: false };
}
