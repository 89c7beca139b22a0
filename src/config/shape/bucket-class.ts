/** `storage.odf.noobaa.bucketClass`: how the Multicloud Object Gateway spreads and limits buckets. */

/**
 * One tier of a bucket class.
 *
 * @example {backingStores: [registry-store]}
 */
export interface BucketClassTier {
  /**
   * Names of the BackingStores.
   *
   * @example [registry-store]
   */
  readonly backingStores: readonly string[];
  /**
   * Whether data is spread over the stores or mirrored to each.
   *
   * @default Spread
   */
  readonly placement?: 'Spread' | 'Mirror';
}

/**
 * Over which stores the data of a bucket class is spread.
 *
 * @example {tiers: [{backingStores: [registry-store]}]}
 */
export interface PlacementPolicy {
  /** Tiers; new data goes to the first. */
  readonly tiers: readonly BucketClassTier[];
}

/**
 * Limits of each bucket of a class.
 *
 * @example {maxSize: 500Gi}
 */
export interface BucketQuota {
  /**
   * Maximum size.
   *
   * @default - no limit
   * @example 500Gi
   */
  readonly maxSize?: string;
  /**
   * Maximum number of objects, quoted.
   *
   * @default - no limit
   * @example "1000000"
   */
  readonly maxObjects?: string;
}

/**
 * A BucketClass that is created.
 *
 * @example {name: registry, placementPolicy: {tiers: [{backingStores: [registry-store]}]}}
 */
export interface BucketClass {
  /**
   * Name of the BucketClass.
   *
   * @example registry
   */
  readonly name: string;
  /**
   * Over which stores data is spread.
   *
   * @default - one tier with the store in backingStore
   */
  readonly placementPolicy?: PlacementPolicy;
  /**
   * Limits of each bucket.
   *
   * @default - no limit
   */
  readonly quota?: BucketQuota;
}
