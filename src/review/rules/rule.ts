/** One row of the tables: which change of which kind does what, with its source. */

import type { ClusterPair, FieldPath, ReviewObject } from '../change';
import type { Risk } from '../classes';
import type { Pattern } from '../compare/paths';

/** A field that changed, as the rows see it: values are canonical and whole. */
export interface FieldChange {
  readonly kind: string;
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
  /** The object; absent on the side that does not have it. */
  readonly old: ReviewObject | undefined;
  readonly now: ReviewObject | undefined;
  readonly cluster: ClusterPair;
}

/** The verdict of a row. */
export interface Verdict {
  /** Stable name, lower case with dashes. */
  readonly code: string;
  readonly risk: Risk;
  /** What happens on the cluster, a sentence without a full stop. */
  readonly why: string;
  /** Where the fact comes from. */
  readonly source: string;
}

/** A row about fields. */
export interface FieldRow extends Verdict {
  /** Kinds it is about; all if absent. */
  readonly kinds?: readonly string[];
  readonly paths: readonly (string | Pattern)[];
  readonly when?: (change: FieldChange) => boolean;
}

/** An object that only one side has. */
export interface WholeChange {
  readonly action: 'added' | 'removed';
  readonly object: ReviewObject;
  readonly cluster: ClusterPair;
}

/** A row about whole objects. */
export interface WholeRow extends Verdict {
  readonly kinds?: readonly string[];
  readonly action: 'added' | 'removed';
  readonly when?: (change: WholeChange) => boolean;
}

/** The rows of one subject. */
export interface RuleTable {
  /** Every row that matches counts; the worst decides. */
  readonly fields?: readonly FieldRow[];
  /** Only if no row of any table matches; the first match decides. */
  readonly otherwise?: readonly FieldRow[];
  readonly whole?: readonly WholeRow[];
}

/** Kinds that hold images, point to them, or decide when they are deleted. */
export const DATA_KINDS: readonly string[] = [
  'Config',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'ObjectBucketClaim',
  'BackingStore',
  'Bucket',
  'StorageBucket',
  'StorageAccount',
  'StorageAccountsBlobService',
  'StorageAccountsBlobServicesContainer',
];

/** Sources that are used often. */
export const OPERATOR = 'openshift/cluster-image-registry-operator';
export const SYNC_OPTIONS = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';
export const KUBERNETES = 'kubernetes/kubernetes';
