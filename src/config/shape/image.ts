/** `image`: the parts of `images.config.openshift.io/cluster` we are asked to own, and mirror sets. */

/** Certificates of one registry host: exactly one of the two. */
export interface RegistryCA {
  /**
   * A PEM file, relative to the file that says so.
   *
   * @default - pem is given
   */
  readonly pemFile?: string;
  /**
   * The PEM text itself.
   *
   * @default - pemFile is given
   */
  readonly pem?: string;
}

/** Certificates of registries in a ConfigMap that someone else makes. */
export interface ExistingRegistryCAs {
  /**
   * Name of a ConfigMap that exists in openshift-config, with a key for each registry; then no host is given beside it.
   *
   * @default - certificates are given by host
   */
  readonly configMap: string;
}

/** Certificates for each registry, by host or host:port; or the ConfigMap that has them. */
export type RegistryCAs = Readonly<Record<string, RegistryCA>> | ExistingRegistryCAs;

/** Which registries the container runtime may use; allowed and blocked exclude each other. */
export interface RegistrySources {
  /**
   * Registries called without checking their certificate.
   *
   * @default - none
   */
  readonly insecureRegistries?: readonly string[];
  /**
   * Registries that are never used.
   *
   * @default - none
   */
  readonly blockedRegistries?: readonly string[];
  /**
   * The only registries that are used.
   *
   * @default - all
   */
  readonly allowedRegistries?: readonly string[];
  /**
   * Registries searched for short names, from OpenShift 4.7.
   *
   * @default - none
   */
  readonly containerRuntimeSearchRegistries?: readonly string[];
}

/** A registry that users may import from. */
export interface ImportRegistry {
  /** Host, optionally with port. */
  readonly domainName: string;
  /**
   * Called without checking its certificate.
   *
   * @default false
   */
  readonly insecure?: boolean;
}

/** Where copies of a repository are. */
export interface Mirror {
  /** Repository that images name. */
  readonly source: string;
  /**
   * Where copies are, tried in order.
   *
   * @default - none
   */
  readonly mirrors?: readonly string[];
  /**
   * Whether the source is tried after the mirrors.
   *
   * @default AllowContactingSource
   */
  readonly mirrorSourcePolicy?: 'AllowContactingSource' | 'NeverContactSource';
}

/**
 * Image settings of the whole cluster; only what is said is owned.
 *
 * @see openshift/api config/v1 ImageSpec
 */
export interface ImageConfig {
  /**
   * Certificates for each registry, by host or host:port; or `configMap` with the name of a ConfigMap that exists. The
   * cluster has one such ConfigMap: naming it replaces the one it had.
   *
   * @default - not owned
   */
  readonly additionalTrustedCA?: RegistryCAs;
  /**
   * Which registries may be used.
   *
   * @default - not owned
   */
  readonly registrySources?: RegistrySources;
  /**
   * Registries that users may import from.
   *
   * @default - not owned
   */
  readonly allowedRegistriesForImport?: readonly ImportRegistry[];
  /**
   * Host names under which the registry is known outside.
   *
   * @default - not owned
   */
  readonly externalRegistryHostnames?: readonly string[];
  /**
   * How image streams import manifest lists, from OpenShift 4.21.
   *
   * @default - not owned
   */
  readonly imageStreamImportMode?: 'Legacy' | 'PreserveOriginal';
  /**
   * Mirrors of images named by digest.
   *
   * @default - none
   */
  readonly imageDigestMirrors?: readonly Mirror[];
  /**
   * Mirrors of images named by tag, from OpenShift 4.13.
   *
   * @default - none
   */
  readonly imageTagMirrors?: readonly Mirror[];
}
