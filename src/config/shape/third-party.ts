/** `thirdParty`: external registries that the cluster pulls from. */

import type { SecretSource } from './credentials';

/**
 * One tag of an image stream.
 *
 * @example {name: "3.1", from: "quay.io/acme/ruby:3.1", scheduled: true}
 */
export interface ImageStreamTag {
  /**
   * Name of the tag.
   *
   * @example "3.1"
   */
  readonly name: string;
  /**
   * Image on the external registry.
   *
   * @example quay.io/acme/ruby:3.1
   */
  readonly from: string;
  /**
   * Looks for a newer image regularly.
   *
   * @default false
   */
  readonly scheduled?: boolean;
  /**
   * Does not verify the registry's certificate.
   *
   * @default false
   */
  readonly insecure?: boolean;
  /**
   * Whether pods pull from the external registry (`Source`) or from the cluster's own (`Local`).
   *
   * @default Source
   */
  readonly referencePolicy?: 'Source' | 'Local';
}

/**
 * An image stream that follows images of an external registry.
 *
 * @example {name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/acme/ruby:3.1", scheduled: true}]}
 */
export interface ImageStream {
  /**
   * Name of the stream.
   *
   * @example ruby
   */
  readonly name: string;
  /**
   * Namespace of the stream.
   *
   * @example team-a
   */
  readonly namespace: string;
  /** Tags of the stream. */
  readonly tags: readonly ImageStreamTag[];
}

/**
 * An external registry.
 *
 * @example {server: quay.io, namespaces: [team-a], credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registries/quay}}}
 */
export interface ThirdPartyRegistry {
  /**
   * Host, optionally with port.
   *
   * @example quay.io
   */
  readonly server: string;
  /**
   * Namespaces that get the pull credentials.
   *
   * @default - none
   * @example [team-a]
   */
  readonly namespaces?: readonly string[];
  /**
   * Pull credentials.
   *
   * @default - none: public images, or the cluster's pull secret
   */
  readonly credentials?: SecretSource;
  /**
   * Name of the Secret in each namespace.
   *
   * @default - the server's name and `-pull`; redhat-registry-credentials for registry.redhat.io
   */
  readonly secretName?: string;
  /**
   * Image streams that follow images of this registry.
   *
   * @default - none
   */
  readonly imageStreams?: readonly ImageStream[];
}
