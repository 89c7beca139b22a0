/** One thing the product documentation has people do, and how it is said here. */

export interface ProcedureRow {
  /** P01 to P70, in the order of the books' chapters; a letter behind it is another way to do the same. */
  readonly id: string;
  /** What is done, in our own words. */
  readonly what: string;
  /** Settings of a cluster that do it, as YAML on one line; absent where nothing is configured. */
  readonly config?: string;
  /** What the fleet acknowledges for it. */
  readonly acknowledge?: string;
  /** Every object that is made, as `Kind namespace/name`, a Job without what it needs; empty where nothing is made. */
  readonly objects: readonly string[];
  /** What people do or see instead, where nothing is configured. */
  readonly instead?: string;
}

/** A secret store for the examples. */
export const STORE = 'store: {kind: ClusterSecretStore, name: vault}';

/** Storage credentials for the examples. */
export const CREDENTIALS = `credentials: {externalSecret: {${STORE}, key: registry/a}}`;

/** Objects that many rows have. */
export const CONFIG = 'Config cluster';
export const USER_SECRET = 'ExternalSecret openshift-image-registry/image-registry-private-configuration-user';

/** Makes room for storage that is not the one the operator chose itself. */
export const TAKE_OVER = 'Job registry-bootstrap/registry-takeover';

/** Brings the keys of a bucket claim, and what else only the cluster knows. */
export const BUCKET_KEYS = 'Job registry-bootstrap/registry-bucket-keys';
