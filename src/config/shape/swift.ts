/** `storage.swift`: a container of OpenStack Swift. */

/**
 * A container of OpenStack Swift.
 *
 * @example {container: registry}
 * @beside {platform: openstack}
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageSwift
 */
export interface SwiftStorage {
  /**
   * Name of the container.
   *
   * @example registry
   */
  readonly container: string;
  /**
   * URL of Keystone.
   *
   * @default - from the cluster's own credentials
   * @example https://keystone.example.com:13000/v3
   */
  readonly authURL?: string;
  /**
   * Version of Keystone's API, a quoted integer.
   *
   * @default - from the URL
   * @example "3"
   */
  readonly authVersion?: string;
  /**
   * Name of the domain.
   *
   * @default - from the cluster's own credentials
   * @example Default
   */
  readonly domain?: string;
  /**
   * ID of the domain, instead of its name.
   *
   * @default - from the cluster's own credentials
   */
  readonly domainID?: string;
  /**
   * Name of the project.
   *
   * @default - from the cluster's own credentials
   * @example registry
   */
  readonly tenant?: string;
  /**
   * ID of the project.
   *
   * @default - from the cluster's own credentials
   */
  readonly tenantID?: string;
  /**
   * Region of the container.
   *
   * @default - from the cluster's own credentials
   * @example RegionOne
   */
  readonly regionName?: string;
}
