/** `storage.swift`: a container of OpenStack Swift. */

/**
 * A container of OpenStack Swift.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageSwift
 */
export interface SwiftStorage {
  /** Name of the container. */
  readonly container: string;
  /**
   * URL of Keystone.
   *
   * @default - from the cluster's own credentials
   */
  readonly authURL?: string;
  /**
   * Version of Keystone's API, a quoted integer.
   *
   * @default - from the URL
   */
  readonly authVersion?: string;
  /**
   * Name of the domain.
   *
   * @default - from the cluster's own credentials
   */
  readonly domain?: string;
  /**
   * Id of the domain; not together with domain.
   *
   * @default - from the cluster's own credentials
   */
  readonly domainID?: string;
  /**
   * Name of the project.
   *
   * @default - from the cluster's own credentials
   */
  readonly tenant?: string;
  /**
   * Id of the project.
   *
   * @default - from the cluster's own credentials
   */
  readonly tenantID?: string;
  /**
   * Region of the container.
   *
   * @default - from the cluster's own credentials
   */
  readonly regionName?: string;
}
