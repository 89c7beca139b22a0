/** The properties of the constructs: the words of a cluster in `fleet.yaml`, exact for each platform. */

import type { ClusterSettings, PlatformName } from '../config/shape/cluster';
import type { Odf } from '../config/shape/odf';
import type { AzureStorage, S3Storage, Storage } from '../config/shape/storage';

/** What can be set for a registry on any platform: the words of a cluster in `fleet.yaml`. */
export interface ImageRegistryOptions extends Omit<ClusterSettings, 'openshift' | 'storage' | 'hosted'> {
  /**
   * Name of the cluster: a label on every object.
   *
   * @default - the id of the chart, as a DNS label
   */
  readonly name?: string;
  /** Minor version of OpenShift, for example "4.14". */
  readonly openshift: string;
}

/** Exactly one of some storage backends, with its name, and whether the operator owns it. */
export type StorageOf<Backend extends keyof Storage> = Pick<Storage, 'managementState'> &
  {
    [Key in Backend]: { readonly [Own in Key]: Named<Own> } & { readonly [Other in Exclude<Backend, Key>]?: never };
  }[Backend];

/** Names that your own storage must have, and storage that the operator creates cannot have. */
interface Names {
  readonly s3: 'bucket' | 'region';
  readonly azure: 'accountName' | 'container';
}

type Named<Key extends keyof Storage> = NonNullable<Storage[Key]> &
  (Key extends keyof Names
    ? Required<Pick<NonNullable<Storage[Key]>, Names[Key] & keyof NonNullable<Storage[Key]>>>
    : unknown);

/** Settings of the bucket that the operator creates on AWS, such as a KMS key. */
export interface OperatorBucket {
  /** The operator keeps managing the bucket. */
  readonly managementState: 'Managed';
  /** The settings; the bucket's name cannot be set. */
  readonly s3: Omit<S3Storage, 'bucket' | 'provision'> & { readonly bucket?: never };
}

/** Settings of the account that the operator creates on Azure, such as a private endpoint. */
export interface OperatorAccount {
  /** The operator keeps managing the account. */
  readonly managementState: 'Managed';
  /** The settings; the names of account and container cannot be set. */
  readonly azure: Pick<AzureStorage, 'cloudName' | 'networkAccess'> & {
    readonly accountName?: never;
    readonly container?: never;
  };
}

/** Backends that work on every platform. */
export type PortableBackend = 's3' | 'pvc' | 'odf' | 'emptyDir';

/** Exactly one kind of OpenShift Data Foundation storage. */
export type OdfStorage = {
  [Kind in keyof Odf]-?: Required<Pick<Odf, Kind>> & { readonly [Other in Exclude<keyof Odf, Kind>]?: never };
}[keyof Odf];

/** Properties of `ImageRegistry`. */
export interface ImageRegistryProps extends ImageRegistryOptions {
  /** The infrastructure the cluster runs on. */
  readonly platform: PlatformName;
  /**
   * Whether the control plane is hosted elsewhere: on ROSA alone.
   *
   * @default false
   */
  readonly hosted?: boolean;
  /**
   * Where images live: exactly one backend.
   *
   * @default - the operator's own storage, on platforms that have one
   */
  readonly storage?: Storage;
}

/** Which cluster of which fleet file. */
export interface FleetFileProps {
  /** The fleet file, for example `fleet.yaml`; relative to the working folder. */
  readonly file: string;
  /** Name of the cluster, in the fleet file or in one of its `clusterFiles`. */
  readonly cluster: string;
}
