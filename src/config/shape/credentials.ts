/** How a Secret gets into the cluster. No mode takes a literal value from the configuration. */

import type { BucketClaimCredentials } from './bucket-claim';

/** An External Secrets Operator store. */
export interface SecretStoreRef {
  /**
   * Kind of the store.
   *
   * @default SecretStore
   */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /** Name of the store. */
  readonly name: string;
}

/**
 * The External Secrets Operator fetches the values from a store.
 *
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export interface ExternalSecretSource {
  /** The store that holds the values. */
  readonly store: SecretStoreRef;
  /** Path or name of the entry in the store. */
  readonly key: string;
  /**
   * For each key of the Secret, the property of the entry that holds its value.
   * For the pull credentials of one registry `username` and `password` may be named instead of the whole file.
   *
   * @default - the property is called as the key; a whole-file key takes the whole entry
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Takes every property of the entry under its own name.
   *
   * @default false
   */
  readonly extract?: boolean;
  /**
   * How often the values are read again, a duration such as `1h`.
   *
   * @default 1h
   */
  readonly refreshInterval?: string;
  /**
   * Version of the entry.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/**
 * Ciphertext that only the cluster's Sealed Secrets controller can open.
 *
 * @see https://github.com/bitnami-labs/sealed-secrets
 */
export interface SealedSecretSource {
  /** Ciphertext for each key of the Secret, as `registry-gitops seal` or kubeseal writes it. */
  readonly encryptedData: Readonly<Record<string, string>>;
  /**
   * Scope the values were sealed for.
   *
   * @default strict
   */
  readonly scope?: 'strict' | 'namespace-wide' | 'cluster-wide';
}

/** Someone else makes the Secret; nothing is emitted. */
export type ExistingSecretSource = Readonly<Record<string, never>>;

/** A plain Secret from the environment or from files, read while the manifests are made. */
export interface PlainSecretSource {
  /**
   * For each key of the Secret, the environment variable that holds its value.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * For each key of the Secret, the file that holds its value, relative to the file that says so.
   *
   * @default - none
   */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Allows the values to be written, readable to everybody, into the output folder.
   *
   * @default false
   */
  readonly allowPlaintext?: boolean;
}

/** Exactly one way to provide a Secret. */
export interface SecretSource {
  /**
   * From a secret store.
   *
   * @default - another mode is given
   */
  readonly externalSecret?: ExternalSecretSource;
  /**
   * From ciphertext in the configuration.
   *
   * @default - another mode is given
   */
  readonly sealedSecret?: SealedSecretSource;
  /**
   * Made by someone else; written `{}`.
   *
   * @default - another mode is given
   */
  readonly existingSecret?: ExistingSecretSource;
  /**
   * A plain Secret, for pipelines that apply directly.
   *
   * @default - another mode is given
   */
  readonly secret?: PlainSecretSource;
}

/** Which kind of OpenStack login the Secret holds. */
export type SwiftAuth = 'password' | 'applicationCredential' | 'token';

/** The storage credentials of the registry: exactly one mode. */
export interface Credentials extends SecretSource {
  /**
   * The keys of the ObjectBucketClaim itself, copied to the Secret that the operator reads;
   * only with `storage.odf.rgw` and `storage.odf.noobaa`.
   *
   * @default - another mode is given
   */
  readonly bucketClaim?: BucketClaimCredentials;
  /**
   * Which kind of OpenStack login the Secret holds; `token` from OpenShift 4.20.
   *
   * @default password
   */
  readonly swiftAuth?: SwiftAuth;
}
