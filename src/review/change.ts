/** What a review finds: objects, and what changes about them. */

import type { PlainMap } from '../config/plain-map';
import type { Risk } from './classes';

/** An object of one side; `cluster` is absent for what all clusters share. */
export interface ReviewObject {
  readonly cluster: string | undefined;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: PlainMap;
}

/** The objects of one cluster on one side; read when something asks for them. */
export interface ClusterView {
  readonly name: string | undefined;
  /** Every object of the kind. */
  readonly ofKind: (kind: string) => readonly ReviewObject[];
  /** The fleet's objects beside the clusters: Argo CD's own and the hub's. */
  readonly shared: (kind: string) => readonly ReviewObject[];
}

/** A cluster before and after. */
export interface ClusterPair {
  readonly before: ClusterView;
  readonly after: ClusterView;
  /** The side that says what it wants, where the other one is what runs: what it does not say is not its own. */
  readonly partial?: 'before' | 'after';
}

/** A place in an object; an item of a list is `[key]`. */
export type FieldPath = readonly string[];

/** What happens to an object or a field. */
export type Action = 'added' | 'removed' | 'changed';

/** One change, classified. Values are as they may be shown. */
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
  /** Stable name of the rule that decided. */
  readonly code: string;
  /** What happens on the cluster. */
  readonly why: string;
  /** Where the fact comes from. */
  readonly source: string;
  /** Why it is meant, where the fleet file acknowledges it. */
  readonly acknowledged?: string;
  /** What to do in which order, for a move of images. */
  readonly recipe?: readonly Step[];
}

/** One step of a person's work. */
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
