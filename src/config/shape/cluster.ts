/** One cluster, as people write it. */

import type { Access } from './access';
import type { Credentials, ExternalSecretSource } from './credentials';
import type { ImageConfig } from './image';
import type { Jobs } from './jobs';
import type { Integer, Metadata } from './kubernetes';
import type { Pruner, Registry } from './registry';
import type { Routes } from './routes';
import type { Storage } from './storage';
import type { ThirdPartyRegistry } from './third-party';

/** The infrastructure a cluster runs on, as its Infrastructure object has it; `none` is any other manual installation. */
export type PlatformName =
  | 'aws'
  | 'gcp'
  | 'azure'
  | 'openstack'
  | 'baremetal'
  | 'vsphere'
  | 'nutanix'
  | 'ibmcloud'
  | 'powervs'
  | 'alibabacloud'
  | 'ovirt'
  | 'kubevirt'
  | 'external'
  | 'none'
  | 'rosa';

/** A finding that is fine on this cluster, and why. */
export interface Acceptance {
  /** Code of the finding. */
  readonly code: string;
  /** Why it is fine here, in a few words; a placeholder such as "ok" or "todo" is refused. */
  readonly reason: string;
  /**
   * Last day on which nobody needs to think of it again, in UTC, for example "2027-03-31". Afterwards the finding is
   * still accepted, and the warning ACCEPT_EXPIRED says that it is due; `check --fail-on-expired` fails then.
   *
   * @default - accepted for good
   */
  readonly until?: string;
}

/** How the live Config becomes git's own, where an apply alone would leave what others wrote. */
export interface TakeOver {
  /**
   * Who does it, where it is needed: a Job of ours in each full sync; you, once, with the commands that
   * `registry-gitops verify` prints; or nobody, because it is done.
   *
   * @default job
   */
  readonly by?: 'job' | 'hand' | 'none';
  /**
   * Names of fields of the registry's spec that were set by hand and that git is to own alone, for example nodeSelector.
   * They make a takeover needed.
   *
   * @default - what the operator's own choice of storage, or an acknowledged change of it, leaves behind
   */
  readonly fields?: readonly string[];
}

/** The pull secret of the whole cluster. */
export interface PullSecret {
  /** Merged into openshift-config/pull-secret as one value, so it must hold the installer's entries too. */
  readonly externalSecret: ExternalSecretSource;
}

/** What can be said of a cluster in a profile or in the defaults. */
export interface ClusterSettings {
  /**
   * Minor version of OpenShift, quoted, for example "4.14".
   *
   * @default - must be given here, in a profile or in the defaults
   */
  readonly openshift?: string;
  /**
   * Production clusters refuse throw-away storage and small volumes.
   *
   * @default production
   */
  readonly environment?: 'production' | 'non-production';
  /**
   * Whether the cluster has more than one node for the registry.
   *
   * @default highly-available
   */
  readonly topology?: 'highly-available' | 'single-node';
  /**
   * The cluster's base domain; routes live below `apps.` of it.
   *
   * @default - must be given where a route's host name is derived
   */
  readonly baseDomain?: string;
  /**
   * Domain of routes.
   *
   * @default - `apps.` and the base domain
   */
  readonly ingressDomain?: string;
  /**
   * Added to every object of the cluster.
   *
   * @default - none
   */
  readonly metadata?: Metadata;
  /**
   * Settings of the registry's operator.
   *
   * @default - derived
   */
  readonly registry?: Registry;
  /**
   * Where images live.
   *
   * @default - the operator's own storage, on platforms that have one
   */
  readonly storage?: Storage;
  /**
   * How the storage credentials get into the cluster.
   *
   * @default - the cluster's own cloud credentials, where the platform has them
   */
  readonly credentials?: Credentials;
  /**
   * How the registry is reached from outside.
   *
   * @default - only inside the cluster
   */
  readonly routes?: Routes;
  /**
   * Image settings of the whole cluster.
   *
   * @default - not owned
   */
  readonly image?: ImageConfig;
  /**
   * The pruner.
   *
   * @default - not owned
   */
  readonly pruner?: Pruner;
  /**
   * Who may do what.
   *
   * @default - no bindings
   */
  readonly access?: Access;
  /**
   * Foreign registries.
   *
   * @default - none
   */
  readonly thirdParty?: readonly ThirdPartyRegistry[];
  /**
   * The cluster's own pull secret.
   *
   * @default - not touched
   */
  readonly pullSecret?: PullSecret;
  /**
   * Findings that are fine here.
   *
   * @default - none
   */
  readonly accept?: readonly Acceptance[];
  /**
   * How the live Config becomes git's own, where an apply alone would leave what others wrote.
   *
   * @default - a Job, where one is needed
   */
  readonly takeOver?: TakeOver;
  /**
   * Which storage the installer chose on OpenStack, where `storage` is absent.
   *
   * @default - must be given there
   */
  readonly bootstrapStorage?: 'swift' | 'pvc';
  /**
   * Image with `oc` for every Job, best pinned by digest. It wins over `cliImages`.
   *
   * @default - the entry of cliImages, else Red Hat's image of the OpenShift version
   */
  readonly cliImage?: string;
  /**
   * Image with `oc` by OpenShift minor version, for example `{"4.14": registry.example.com/oc@sha256:…}`: one list in
   * `defaults` pins the Jobs of the whole fleet.
   *
   * @default - Red Hat's image of the OpenShift version, by tag
   */
  readonly cliImages?: Readonly<Record<string, string>>;
  /**
   * Settings of all our Jobs.
   *
   * @default - any node, small limits
   */
  readonly jobs?: Jobs;
  /**
   * How many nodes can run registry pods.
   *
   * @default - enough
   */
  readonly workers?: Integer;
  /**
   * Whether the control plane is hosted elsewhere. On ROSA pruner, access and thirdParty remain; elsewhere `true` is
   * refused.
   *
   * @default false
   */
  readonly hosted?: boolean;
}

/** One cluster. */
export interface Cluster extends ClusterSettings {
  /** DNS label: folder below dist/clusters/, and Argo CD's name of the destination. */
  readonly name: string;
  /** The infrastructure it runs on. */
  readonly platform: PlatformName;
  /**
   * Names of profiles, merged in order over the defaults.
   *
   * @default - none
   */
  readonly profiles?: readonly string[];
}
