/** How a Secret gets into the cluster. No mode takes a literal value from the configuration. */

import type { BucketClaimCredentials } from './bucket-claim';

/**
 * A store of the External Secrets Operator.
 *
 * @example {kind: ClusterSecretStore, name: vault}
 */
export interface SecretStoreRef {
  /**
   * Kind of the store.
   *
   * @default SecretStore
   */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /**
   * Name of the store.
   *
   * @example vault
   */
  readonly name: string;
}

/**
 * The External Secrets Operator fetches the values from a store.
 *
 * @example {store: {kind: ClusterSecretStore, name: vault}, key: registry/prod-aws-eu}
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export interface ExternalSecretSource {
  /** The store that has the values. */
  readonly store: SecretStoreRef;
  /**
   * Path or name of the entry in the store.
   *
   * @example registry/prod-aws-eu
   */
  readonly key: string;
  /**
   * For each key of the Secret, the property of the entry that has its value.
   * For the pull credentials of one registry `username` and `password` may be named instead of the whole file.
   *
   * @default - the property has the name of the key; a key that is a whole file takes the whole entry
   * @example {REGISTRY_STORAGE_S3_ACCESSKEY: accessKey, REGISTRY_STORAGE_S3_SECRETKEY: secretKey}
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Takes every property of the entry under its own name.
   *
   * @default false
   */
  readonly extract?: boolean;
  /**
   * How often the values are read again.
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
 * Ciphertext that only the cluster's Sealed Secrets controller can decrypt.
 *
 * @example {encryptedData: {REGISTRY_STORAGE_S3_ACCESSKEY: AgBy3i4OJSWK…, REGISTRY_STORAGE_S3_SECRETKEY: AgAR5nXL0kzv…}}
 * @mistake SEALED_VALUE
 * @see https://github.com/bitnami-labs/sealed-secrets
 */
export interface SealedSecretSource {
  /** Ciphertext for each key of the Secret, as `registry-gitops seal` or kubeseal writes it. */
  readonly encryptedData: Readonly<Record<string, string>>;
  /**
   * Scope of the ciphertext.
   *
   * @default strict
   */
  readonly scope?: 'strict' | 'namespace-wide' | 'cluster-wide';
}

/** You create the Secret; nothing is emitted. */
export type ExistingSecretSource = Readonly<Record<string, never>>;

/**
 * A plain Secret from environment variables or files, read while the manifests are generated.
 *
 * @example {env: {REGISTRY_STORAGE_S3_ACCESSKEY: S3_ACCESS_KEY, REGISTRY_STORAGE_S3_SECRETKEY: S3_SECRET_KEY}, allowPlaintext: true}
 */
export interface PlainSecretSource {
  /**
   * For each key of the Secret, the environment variable that has its value.
   *
   * @default - none
   * @example {REGISTRY_STORAGE_S3_ACCESSKEY: S3_ACCESS_KEY, REGISTRY_STORAGE_S3_SECRETKEY: S3_SECRET_KEY}
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * For each key of the Secret, the file that has its value, relative to the file that names it.
   *
   * @default - none
   * @example {service_account.json: secrets/service-account.json}
   */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Allows the values in the output folder, readable by everybody who can read it.
   *
   * @default false
   */
  readonly allowPlaintext?: boolean;
}

/**
 * A mode that provides a Secret: exactly one.
 *
 * @example {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registries/quay}}
 */
export interface SecretSource {
  /**
   * The External Secrets Operator fetches the values from a store.
   *
   * @oneOf mode
   */
  readonly externalSecret?: ExternalSecretSource;
  /**
   * Ciphertext in the configuration.
   *
   * @oneOf mode
   */
  readonly sealedSecret?: SealedSecretSource;
  /**
   * The Secret already exists, or you create it; written `{}`.
   *
   * @oneOf mode
   * @example {}
   */
  readonly existingSecret?: ExistingSecretSource;
  /**
   * A plain Secret, for pipelines that apply directly.
   *
   * @oneOf mode
   */
  readonly secret?: PlainSecretSource;
}

/** Which kind of OpenStack login the Secret has. */
export type SwiftAuth = 'password' | 'applicationCredential' | 'token';

/**
 * The storage credentials of the registry: exactly one mode.
 *
 * @example {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/prod-aws-eu}}
 * @beside {platform: aws, storage: {s3: {bucket: acme-registry, region: eu-west-1}}}
 */
export interface Credentials extends SecretSource {
  /**
   * The keys of the ObjectBucketClaim itself, copied to the Secret that the operator reads;
   * only with `storage.odf.rgw` and `storage.odf.noobaa`.
   *
   * @oneOf mode
   */
  readonly bucketClaim?: BucketClaimCredentials;
  /**
   * Which kind of OpenStack login the Secret has; `token` from OpenShift 4.20.
   *
   * @default password
   */
  readonly swiftAuth?: SwiftAuth;
}
