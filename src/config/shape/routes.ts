/** `routes`: how the registry is reached from outside the cluster. */

import type { SecretSource } from './credentials';
import type { Integer } from './kubernetes';

/**
 * An issuer of cert-manager.
 *
 * @example {name: letsencrypt}
 */
export interface IssuerRef {
  /**
   * Name of the issuer.
   *
   * @example letsencrypt
   */
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
 * @example {issuerRef: {name: letsencrypt}}
 * @see https://cert-manager.io/docs/reference/api-docs/
 */
export interface CertificateSource {
  /** The issuer. */
  readonly issuerRef: IssuerRef;
  /**
   * Host names of the certificate.
   *
   * @default - the route's hostname
   * @example [registry.example.com]
   */
  readonly dnsNames?: readonly string[];
  /**
   * How long a certificate is valid, in hours or minutes.
   *
   * @default - 90 days, cert-manager's default
   * @example 2160h
   */
  readonly duration?: string;
  /**
   * How long before its end it is renewed.
   *
   * @default - a third of the duration
   * @example 360h
   */
  readonly renewBefore?: string;
  /**
   * Size of the RSA key in bits.
   *
   * @default 2048
   */
  readonly keySize?: Integer;
}

/**
 * Where the route's key pair comes from: a Secret that already exists (`secretName` alone), or exactly one mode.
 *
 * @example {certificate: {issuerRef: {name: letsencrypt}}}
 */
export interface RouteTls extends SecretSource {
  /**
   * Name of the Secret in openshift-image-registry.
   *
   * @default - the route's name and `-tls`
   * @example public-route-tls
   */
  readonly secretName?: string;
  /**
   * A certificate from cert-manager.
   *
   * @oneOf mode
   */
  readonly certificate?: CertificateSource;
}

/**
 * One more host name of the registry.
 *
 * @example {name: public, hostname: registry.example.com}
 */
export interface CustomRoute {
  /**
   * Name of the Route; `default-route` is the operator's own.
   *
   * @example public
   */
  readonly name: string;
  /**
   * Host name, without scheme.
   *
   * @example registry.example.com
   */
  readonly hostname: string;
  /**
   * The route's own certificate.
   *
   * @default - the router's certificate
   */
  readonly tls?: RouteTls;
}

/**
 * Host names of the registry outside the cluster.
 *
 * @example {default: true, custom: [{name: public, hostname: registry.example.com}]}
 * @beside {platform: aws, baseDomain: prod-aws-eu.example.com}
 */
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
