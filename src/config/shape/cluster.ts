/** One cluster, as people write it. */

import type { Acceptance } from './acceptance';
import type { Access } from './access';
import type { Credentials, ExternalSecretSource } from './credentials';
import type { ImageConfig } from './image';
import type { Jobs } from './jobs';
import type { Integer, Metadata } from './kubernetes';
import type { Pruner } from './pruner';
import type { Registry } from './registry';
import type { Routes } from './routes';
import type { Storage } from './storage';
import type { TakeOver } from './take-over';
import type { ThirdPartyRegistry } from './third-party';

/** Platform of a cluster, as its Infrastructure object has it; `none` is any other manual installation. */
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

/**
 * The pull secret of the whole cluster.
 *
 * @example {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: openshift/pull-secret}}
 */
export interface PullSecret {
  /** Merged into `openshift-config/pull-secret` as one value, so it must contain the installer's entries too. */
  readonly externalSecret: ExternalSecretSource;
}

/** Settings of a cluster that profiles and defaults can have too. */
export interface ClusterSettings {
  /**
   * Minor version of OpenShift, quoted. Every cluster needs one, from itself, a profile or the defaults.
   *
   * @default - must be set here, in a profile or in the defaults
   * @choices versions
   */
  readonly openshift?: string;
  /**
   * Production clusters refuse ephemeral storage and warn of small volumes.
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
   * Base domain of the cluster. Routes are below `apps.` of it. Needed where the host name of a route is derived.
   *
   * @default - must be set where the host name of a route is derived
   * @example prod-aws-eu.example.com
   */
  readonly baseDomain?: string;
  /**
   * Domain of the routes, where it is not `apps.` of the base domain.
   *
   * @default - `apps.` and the base domain
   * @example apps.prod-aws-eu.example.com
   */
  readonly ingressDomain?: string;
  /**
   * Labels and annotations of every object of the cluster.
   *
   * @default - none
   */
  readonly metadata?: Metadata;
  /**
   * The registry: replicas, nodes, resources, proxy, logging.
   *
   * @default - all values are derived
   */
  readonly registry?: Registry;
  /**
   * Where images are stored: exactly one backend.
   *
   * @default - the operator's own storage, on platforms that have one
   */
  readonly storage?: Storage;
  /**
   * How the storage credentials get into the cluster: exactly one mode.
   *
   * @default - the cluster's own cloud credentials, on platforms that have them
   */
  readonly credentials?: Credentials;
  /**
   * Host names of the registry outside the cluster.
   *
   * @default - reachable inside the cluster only
   */
  readonly routes?: Routes;
  /**
   * Image settings of the whole cluster.
   *
   * @default - not managed
   */
  readonly image?: ImageConfig;
  /**
   * The image pruner.
   *
   * @default - not managed
   */
  readonly pruner?: Pruner;
  /**
   * Who may pull, push and read metrics.
   *
   * @default - none
   */
  readonly access?: Access;
  /**
   * External registries that the cluster pulls from.
   *
   * @default - none
   */
  readonly thirdParty?: readonly ThirdPartyRegistry[];
  /**
   * The pull secret of the whole cluster.
   *
   * @default - not managed
   */
  readonly pullSecret?: PullSecret;
  /**
   * Findings that are fine on this cluster.
   *
   * @default - none
   */
  readonly accept?: readonly Acceptance[];
  /**
   * How git takes over the live Config where an apply alone would leave fields that others wrote.
   *
   * @default - a Job, where a takeover is needed
   */
  readonly takeOver?: TakeOver;
  /**
   * Storage that the installer chose on OpenStack. Needed there, and only there, where `storage` is not set.
   *
   * @default - must be set on OpenStack where `storage` is not set
   */
  readonly bootstrapStorage?: 'swift' | 'pvc';
  /**
   * Image with `oc` for every Job, best pinned by digest. It overrides `cliImages`.
   *
   * @default - the entry in cliImages, otherwise Red Hat's image of the OpenShift version
   */
  readonly cliImage?: string;
  /**
   * Image with `oc` by OpenShift minor version: one list in `defaults` pins the Jobs of the whole fleet.
   *
   * @default - Red Hat's image of the OpenShift version, by tag
   * @example {"4.18": "registry.example.com/openshift/cli:4.18"}
   * @choices versions
   */
  readonly cliImages?: Readonly<Record<string, string>>;
  /**
   * Settings of all Jobs that we create.
   *
   * @default - any node, small limits
   */
  readonly jobs?: Jobs;
  /**
   * Number of nodes that can run registry pods. Set it to be warned of more replicas than nodes.
   *
   * @default - enough for all replicas
   * @example 3
   */
  readonly workers?: Integer;
  /**
   * Whether the control plane is hosted outside the cluster. On ROSA only pruner, access and thirdParty apply then;
   * elsewhere `true` is refused.
   *
   * @default false
   */
  readonly hosted?: boolean;
}

/**
 * One cluster.
 *
 * @example {name: prod-aws-eu, platform: aws, openshift: "4.18"}
 */
export interface Cluster extends ClusterSettings {
  /**
   * Name, a DNS label: folder below `dist/clusters/`, and name of the destination in Argo CD.
   *
   * @example prod-aws-eu
   * @pattern ^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$
   */
  readonly name: string;
  /**
   * Platform of the cluster.
   *
   * @example aws
   */
  readonly platform: PlatformName;
  /**
   * Names of profiles, merged in order over the defaults.
   *
   * @default - none
   * @example [infra-nodes]
   */
  readonly profiles?: readonly string[];
}
