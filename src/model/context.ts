/** What every part of `resolve` needs to know of the cluster as a whole. */

import type { Inputs } from '../config/inputs';
import type { Cluster } from '../config/shape/cluster';
import type { SwiftAuth } from '../config/shape/credentials';
import { atLeast, FALLBACK_VERSION, isKnownVersion } from '../facts/versions';
import { remembered } from '../values/remembered';

/** A cluster on its way to a model. */
export interface ResolveContext {
  readonly cluster: Cluster;
  /** A version whose facts are known, even where the configuration names none. */
  readonly openshift: string;
  readonly topology: NonNullable<Cluster['topology']>;
  readonly swiftAuth: SwiftAuth;
  readonly ingressDomain?: string;
  readonly inputs: Inputs;
  /** Whether the cluster's version has what came with `first`. */
  readonly since: (first: string) => boolean;
}

/** The context of a cluster. */
export function contextOf(cluster: Cluster, inputs: Inputs): ResolveContext {
  const openshift = isKnownVersion(cluster.openshift ?? '') ? (cluster.openshift as string) : FALLBACK_VERSION;
  const derivedDomain = cluster.baseDomain ? `apps.${cluster.baseDomain}` : undefined;
  return {
    cluster,
    openshift,
    topology: cluster.topology ?? 'highly-available',
    swiftAuth: cluster.credentials?.swiftAuth ?? 'password',
    ingressDomain: cluster.ingressDomain ?? derivedDomain,
    inputs,
    since: sinceOf(openshift),
  };
}

/** Whether a version has what came with another one: a function for each version. */
export const sinceOf = remembered(
  (openshift: string): ResolveContext['since'] =>
    first =>
      atLeast(openshift, first),
);
