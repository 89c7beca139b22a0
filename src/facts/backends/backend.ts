/** What must be known of a storage backend of the operator: one object of this form each, in a file of its own. */

import type { PlatformName } from '../../config/shape/cluster';
import type { SwiftAuth } from '../../config/shape/credentials';
import type { ValueForm } from '../../values/credential';

/** First and last OpenShift version with something. */
export interface VersionSpan {
  readonly first: string;
  /** Absent while it still exists. */
  readonly last?: string;
}

/** One field below a backend's key in the operator's `spec.storage`. */
export interface FieldFacts<Value = unknown> {
  /** First OpenShift version that has the field; absent where it is as old as the backend. */
  readonly since?: string;
  /** The operator may have filled it in when it chose this backend by itself. */
  readonly bootstrap: boolean;
  /** When the operator or the API server restores the field: removing it would start a loop. */
  readonly refilled: 'never' | 'whenManaged' | 'always';
  /**
   * When the operator's own value does harm to storage of the same backend that git names without stating the field:
   * absent where it never does, `otherStore` where an endpoint leads to a store that is not the cloud's own.
   */
  readonly harms?: 'otherStore';
  /** A canonical value, as it is written in the configuration. */
  readonly sample: Value;
}

/** Keys that carry a value, keys that must be there though empty, and whether a value is a whole file. */
export interface CredentialKeys {
  readonly required: readonly string[];
  readonly empty: readonly string[];
  /** Keys that are read where they are there. */
  readonly optional?: readonly string[];
  /** The entry of a store is the value as a whole, not a map of properties. */
  readonly wholeEntry: boolean;
}

/** The Secret with the credentials of a backend. */
export interface BackendSecret {
  /** The keys that the operator of a version reads. */
  readonly keys: (version: string, login: SwiftAuth) => CredentialKeys;
  /** The form of each value. */
  readonly value: ValueForm;
}

/** When two clusters have the same storage: the parts of the identity that then are equal. */
export interface SharedStorage {
  /** Parts that name the storage, the most telling one last; without one of them nothing is known. */
  readonly named: readonly string[];
  /** Parts that tell two of the same name apart, where they are set. */
  readonly within?: readonly string[];
  /** Parts without any of which two of the same name may still be two. */
  readonly unsureWithout?: readonly string[];
  /** What the operator does where a name is empty, and where that was read. */
  readonly unnamed: { readonly why: string; readonly source: string };
}

/** A setting, or a setting one level below it: `size`, `storageClass.parameters`. */
type PathOf<T> = {
  [Key in keyof T & string]:
    | Key
    | (NonNullable<T[Key]> extends readonly unknown[] | string | number | boolean
        ? never
        : `${Key}.${keyof NonNullable<T[Key]> & string}`);
}[keyof T & string];

/** A part of the identity whose field is written in many ways, or says more than is meant. */
export interface PartOf<Field extends string> {
  readonly field: Field;
  /** The one form of a value; undefined where it is what is meant anyway. */
  readonly form: (value: string, fields: Readonly<Record<string, unknown>>) => string | undefined;
}

/**
 * With rclone: the type that `rclone config` asks for, and the fields that name the place, in the order of its paths. By a
 * claim that a pod mounts. What is in a pod of its own cannot be copied.
 *
 * @see https://rclone.org/overview/
 */
export type CopyFacts<Field extends string> =
  | { readonly rclone: string; readonly path: readonly Field[] }
  | { readonly claim: Field }
  | 'impossible';

/** Everything about one backend, as its own file writes it. */
export interface BackendOf<Config, Field extends keyof Config & string> {
  /** Name in people's words. */
  readonly title: string;
  /** Versions whose operator has a driver for it. */
  readonly driver: VersionSpan;
  /** Platforms it works on. */
  readonly platforms: 'any' | readonly PlatformName[];
  /** Every field of it in the operator's API. */
  readonly fields: { readonly [Name in Field]: FieldFacts<NonNullable<Config[Name]>> };
  /** The Secret with its credentials, if it has any. */
  readonly secret: BackendSecret | 'none';
  /** What the lock remembers: parts, and where each is read. A change of any of them leaves the images behind. */
  readonly identity: Readonly<Record<string, Field | PartOf<Field>>>;
  /** When two clusters have the same storage; `never` for storage within one cluster. */
  readonly shared: SharedStorage | 'never';
  /** Settings that the API server does not let change while the storage stays: not at all, or only upwards. */
  readonly immutable: { readonly [Path in PathOf<Config>]?: 'fixed' | 'grows' };
  /** Whether settings of the storage that the operator makes by itself can be stated without its name. */
  readonly settable: boolean;
  /**
   * Whether the operator of 4.3 to 4.5, which has no setting for whose storage it is, still takes it for its own after git
   * has named another one: what it made at installation is remembered, and not forgotten.
   */
  readonly staysManaged: boolean;
  /** Whether `disableRedirect` is needed: clients cannot reach the store, or only where an endpoint is outside. */
  readonly disableRedirect: boolean | { readonly unlessOutside: Field };
  /** Whether each pod has storage of its own, which is lost with it. */
  readonly ephemeral: boolean;
  /** How its images are copied. */
  readonly copy: CopyFacts<Field>;
  /** A cluster that uses it, without credentials. */
  readonly example: { readonly platform: PlatformName; readonly storage: Config };
}

/** Everything about one backend, as tables and rules read it. */
export interface Backend
  extends Omit<BackendOf<object, never>, 'fields' | 'identity' | 'immutable' | 'disableRedirect' | 'copy'> {
  readonly fields: Readonly<Record<string, FieldFacts>>;
  readonly identity: Readonly<Record<string, string | PartOf<string>>>;
  readonly immutable: Readonly<Record<string, 'fixed' | 'grows' | undefined>>;
  readonly disableRedirect: boolean | { readonly unlessOutside: string };
  readonly copy: CopyFacts<string>;
}

/** Fields of a backend whose settings are the API's own words; `provision` is ours. */
export type FieldsOf<Config> = Exclude<keyof Config & string, 'provision'>;

/** A field that the operator fills in when it chooses the backend by itself. */
export const bootstrap = <Value>(
  sample: Value,
  { refilled = 'never', since, harms }: Partial<Pick<FieldFacts, 'refilled' | 'since' | 'harms'>> = {},
): FieldFacts<Value> => ({ bootstrap: true, refilled, since, harms, sample });

/** A field that only people write. */
export const byHand = <Value>(sample: Value, since?: string): FieldFacts<Value> => ({
  bootstrap: false,
  refilled: 'never',
  since,
  sample,
});

/** The same keys on every version, one value each. */
export const valueKeys = (...required: readonly string[]): BackendSecret['keys'] => {
  const keys = { required, empty: [], wholeEntry: false };
  return () => keys;
};

/** The same key on every version, whose value is a file. */
export const fileKey = (name: string): BackendSecret['keys'] => {
  const keys = { required: [name], empty: [], wholeEntry: true };
  return () => keys;
};

/** What most drivers do where the name of the bucket or container is empty. */
export const randomName = (noun: string): string =>
  `the operator creates a ${noun} with a random name; git never knows it, and a cluster created again starts with another`;
