/** `image`: the parts of `images.config.openshift.io/cluster` that are managed, and mirror sets. */

/**
 * Certificates of one registry: exactly one source.
 *
 * @example {pemFile: ca/mirror.pem}
 */
export interface RegistryCA {
  /**
   * A PEM file, relative to the file that names it.
   *
   * @oneOf source
   * @example ca/mirror.pem
   */
  readonly pemFile?: string;
  /**
   * The certificates as PEM text.
   *
   * @oneOf source
   */
  readonly pem?: string;
}

/** Certificates of registries in a ConfigMap that already exists. */
export interface ExistingRegistryCAs {
  /**
   * Name of a ConfigMap that already exists in openshift-config, with a key for each registry. No registry is given
   * beside it.
   *
   * @example registry-cas
   */
  readonly configMap: string;
}

/**
 * Certificates for each registry, by host or host:port; or the ConfigMap that has them.
 *
 * @example {"registry.example.com:5000": {pemFile: ca/mirror.pem}}
 */
export type RegistryCAs = Readonly<Record<string, RegistryCA>> | ExistingRegistryCAs;

/**
 * Which registries the container runtime may use. Allowed and blocked registries exclude each other.
 *
 * @example {allowedRegistries: [quay.io, registry.redhat.io, "image-registry.openshift-image-registry.svc:5000"]}
 */
export interface RegistrySources {
  /**
   * Registries whose certificate is not verified.
   *
   * @default - none
   * @example [registry.lab.example.com]
   */
  readonly insecureRegistries?: readonly string[];
  /**
   * Registries that are never used.
   *
   * @atMostOne list
   * @example [docker.io]
   */
  readonly blockedRegistries?: readonly string[];
  /**
   * The only registries that are used.
   *
   * @atMostOne list
   * @default - all registries
   * @example [quay.io, registry.redhat.io, "image-registry.openshift-image-registry.svc:5000"]
   */
  readonly allowedRegistries?: readonly string[];
  /**
   * Registries searched for short names, from OpenShift 4.7.
   *
   * @default - none
   * @example [registry.redhat.io]
   */
  readonly containerRuntimeSearchRegistries?: readonly string[];
}

/**
 * A registry that users may import from.
 *
 * @example {domainName: quay.io}
 */
export interface ImportRegistry {
  /**
   * Host, optionally with port.
   *
   * @example quay.io
   */
  readonly domainName: string;
  /**
   * Does not verify its certificate.
   *
   * @default false
   */
  readonly insecure?: boolean;
}

/**
 * Mirrors of a repository.
 *
 * @example {source: registry.redhat.io/ubi9, mirrors: [mirror.example.com/ubi9]}
 */
export interface Mirror {
  /**
   * Repository that images name.
   *
   * @example registry.redhat.io/ubi9
   */
  readonly source: string;
  /**
   * Mirrors, tried in order.
   *
   * @default - none
   * @example [mirror.example.com/ubi9]
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
 * Image settings of the whole cluster. Only fields that are set are managed.
 *
 * @example {additionalTrustedCA: {"registry.example.com:5000": {pemFile: ca/mirror.pem}}}
 * @see openshift/api config/v1 ImageSpec
 */
export interface ImageConfig {
  /**
   * Certificates for each registry, by host or host:port; or `configMap` with the name of a ConfigMap that already exists.
   * A cluster has one such ConfigMap: this replaces the one it had.
   *
   * @default - not managed
   */
  readonly additionalTrustedCA?: RegistryCAs;
  /**
   * Which registries may be used.
   *
   * @default - not managed
   */
  readonly registrySources?: RegistrySources;
  /**
   * Registries that users may import from.
   *
   * @default - not managed
   */
  readonly allowedRegistriesForImport?: readonly ImportRegistry[];
  /**
   * Host names under which the registry is reached from outside.
   *
   * @default - not managed
   * @example [registry.example.com]
   */
  readonly externalRegistryHostnames?: readonly string[];
  /**
   * How image streams import manifest lists, from OpenShift 4.21.
   *
   * @default - not managed
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
