/** `thirdParty`: foreign registries the cluster pulls from. */

import type { SecretSource } from './credentials';

/** One tag of an image stream. */
export interface ImageStreamTag {
  /** Name of the tag. */
  readonly name: string;
  /** Image on the foreign registry. */
  readonly from: string;
  /**
   * Looks for a newer image regularly.
   *
   * @default false
   */
  readonly scheduled?: boolean;
  /**
   * Calls the registry without checking its certificate.
   *
   * @default false
   */
  readonly insecure?: boolean;
  /**
   * Whether pods pull from the foreign registry or from the cluster's own.
   *
   * @default Source
   */
  readonly referencePolicy?: 'Source' | 'Local';
}

/** An image stream that follows foreign images. */
export interface ImageStream {
  /** Name of the stream. */
  readonly name: string;
  /** Namespace of the stream. */
  readonly namespace: string;
  /** Its tags. */
  readonly tags: readonly ImageStreamTag[];
}

/** A foreign registry. */
export interface ThirdPartyRegistry {
  /** Host, optionally with port. */
  readonly server: string;
  /**
   * Namespaces that get the pull credentials.
   *
   * @default - none
   */
  readonly namespaces?: readonly string[];
  /**
   * The pull credentials.
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
