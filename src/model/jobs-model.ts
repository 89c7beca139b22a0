/** What copies the keys of a bucket claim, and our Jobs, everything decided. */

import type { AcmPlacement } from '../config/shape/bucket-claim';
import type { Toleration } from '../config/shape/kubernetes';
import type { ConfigPath } from '../findings/finding';
import type { CanonicalResources } from './resources';

/** Where our own Jobs run, with which image, and what they may use. */
export interface JobsModel {
  readonly namespace: string;
  readonly image: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  /** Names of Secrets in the namespace. */
  readonly imagePullSecrets: readonly string[];
  readonly resources: CanonicalResources;
  /** Absent where a finished Job stays, and on versions that delete none. */
  readonly ttlSecondsAfterFinished?: number;
}

/** How the keys of a bucket claim reach the operator. */
export type BucketKeysModel = {
  /** Where in the configuration the mode is written. */
  readonly path: ConfigPath;
  readonly claim: { readonly name: string; readonly namespace: string };
  /** The CA to put into the trust bundle, where it is asked to. */
  readonly fetchesCA?: 'ingressCA' | 'serviceCA';
  /** The bucket's name is generated, and known only in the cluster. */
  readonly fetchesBucketName: boolean;
} & (
  | { readonly mode: 'externalSecret'; readonly refreshInterval: string }
  | ({ readonly mode: 'job'; readonly schedule: string } & JobsModel)
  | { readonly mode: 'acm'; readonly namespace: string; readonly placement?: AcmPlacement }
);

/** Names of fields from the registry's spec downwards, for example `['storage', 's3', 'encrypt']`. */
export type FieldPath = readonly string[];

/** A map whose keys people choose, and the keys that git has. */
export interface KeptKeys {
  readonly path: FieldPath;
  readonly keys: readonly string[];
}

/** A Job that takes out of the live Config what git does not have, before Argo CD applies it. */
export interface TakeoverModel extends JobsModel {
  /** Fields that must not be there. */
  readonly remove: readonly FieldPath[];
  /** Maps that must have no other keys. */
  readonly keep: readonly KeptKeys[];
  /** Fields of the spec that git alone owns afterwards. */
  readonly fields: readonly string[];
  /** Whether the platform's own storage is the reason, or somebody asked. */
  readonly cause: 'platform' | 'asked';
}
