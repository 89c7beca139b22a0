/** `routes`: how the registry is reached from outside the cluster. */

import type { SecretSource } from './credentials';
import type { Integer } from './kubernetes';

/** A cert-manager issuer. */
export interface IssuerRef {
  /** Name of the issuer. */
  readonly name: string;
  /**
   * Kind of the issuer.
   *
   * @default ClusterIssuer
   */
  readonly kind?: string;
  /**
   * API group of the issuer.
   *
   * @default cert-manager.io
   */
  readonly group?: string;
}

/**
 * A certificate that cert-manager keeps in the route's Secret.
 *
 * @see https://cert-manager.io/docs/reference/api-docs/
 */
export interface CertificateSource {
  /** Who signs. */
  readonly issuerRef: IssuerRef;
  /**
   * Host names of the certificate.
   *
   * @default - the route's hostname
   */
  readonly dnsNames?: readonly string[];
  /**
   * How long a certificate is valid, in hours or minutes such as `2160h`.
   *
   * @default - cert-manager's 90 days
   */
  readonly duration?: string;
  /**
   * How long before the end it is renewed.
   *
   * @default - a third of the duration
   */
  readonly renewBefore?: string;
  /**
   * Size of the RSA key in bits.
   *
   * @default 2048
   */
  readonly keySize?: Integer;
}

/** Where the route's key pair comes from: a Secret of someone else (`secretName` alone) or exactly one mode. */
export interface RouteTls extends SecretSource {
  /**
   * Name of the Secret in openshift-image-registry.
   *
   * @default - the route's name and `-tls`
   */
  readonly secretName?: string;
  /**
   * A certificate from cert-manager.
   *
   * @default - another mode is given
   */
  readonly certificate?: CertificateSource;
}

/** One more host name for the registry. */
export interface CustomRoute {
  /** Name of the Route; `default-route` is the operator's own. */
  readonly name: string;
  /** Host name, without scheme. */
  readonly hostname: string;
  /**
   * The route's own certificate.
   *
   * @default - the router's certificate
   */
  readonly tls?: RouteTls;
}

/** How the registry is reached from outside. */
export interface Routes {
  /**
   * Publishes the registry under its default host name.
   *
   * @default false
   */
  readonly default?: boolean;
  /**
   * More host names.
   *
   * @default - none
   */
  readonly custom?: readonly CustomRoute[];
}
