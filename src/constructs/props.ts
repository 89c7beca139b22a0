/** The properties of the constructs: the words of a cluster in `fleet.yaml`, exact for each platform. */

import type { ClusterSettings, PlatformName } from '../config/shape/cluster';
import type { Odf } from '../config/shape/odf';
import type { Storage } from '../config/shape/storage';

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

/** Exactly one of some storage backends, and whether the operator owns it. */
export type StorageOf<Backend extends keyof Storage> = Pick<Storage, 'managementState'> &
  {
    [Key in Backend]: Required<Pick<Storage, Key>> & { readonly [Other in Exclude<Backend, Key>]?: never };
  }[Backend];

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
