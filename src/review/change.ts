/** What a review finds: objects, and what changes about them. */

import type { PlainMap } from '../config/plain-map';
import type { Risk } from './classes';

/** An object of one side; `cluster` is absent for objects that all clusters share. */
export interface ReviewObject {
  readonly cluster: string | undefined;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: PlainMap;
}

/** The objects of one cluster on one side; read when they are needed. */
export interface ClusterView {
  readonly name: string | undefined;
  /** Every object of the kind. */
  readonly ofKind: (kind: string) => readonly ReviewObject[];
  /** Objects of the fleet outside its clusters: those of Argo CD and of the hub. */
  readonly shared: (kind: string) => readonly ReviewObject[];
}

/** A cluster before and after. */
export interface ClusterPair {
  readonly before: ClusterView;
  readonly after: ClusterView;
  /** The side with the desired state, if the other is a running cluster: fields it does not set are not its own. */
  readonly partial?: 'before' | 'after';
}

/** A place in an object; an item of a list is `[key]`. */
export type FieldPath = readonly string[];

/** What happens to an object or a field. */
export type Action = 'added' | 'removed' | 'changed';

/** One change, classified. Values are safe to show. */
export interface Change {
  /** Absent for objects of the whole fleet. */
  readonly cluster: string | undefined;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly action: Action;
  /** Empty for a whole object. */
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
  readonly risk: Risk;
  /** Stable name of the rule that classified it. */
  readonly code: string;
  /** What happens on the cluster. */
  readonly why: string;
  /** Where the fact comes from. */
  readonly source: string;
  /** The reason, if the fleet file acknowledges it. */
  readonly acknowledged?: string;
  /** The steps in order, for a move of images. */
  readonly recipe?: readonly Step[];
}

/** One manual step. */
export interface Step {
  readonly say: string;
  /** What to type. */
  readonly run?: string;
}

/** What a review compared, and what it found; worst first. */
export interface Review {
  readonly base: string;
  readonly head: string;
  /** How many clusters were compared. */
  readonly clusters: number;
  readonly changes: readonly Change[];
}
