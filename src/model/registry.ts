/** `registry` and `routes`: the spec of the operator's Config, derived values filled in, zero values left out. */

import type { Affinity, TopologySpreadConstraint } from '../config/shape/affinity';
import type { Toleration } from '../config/shape/kubernetes';
import type { LogLevel, ProxySettings, Registry, RequestLimits, Requests } from '../config/shape/registry';
import type { CustomRoute } from '../config/shape/routes';
import { BACKENDS } from '../facts/backends';
import { bootstrapBackends } from '../facts/platforms';
import { canonicalDuration } from '../values/duration';
import { isInsideCluster } from '../values/endpoint';
import { onceForBoth } from '../values/once-for';
import { withoutZeros } from '../values/zero';
import { type ResolveContext, sinceOf } from './context';
import { type CanonicalResources, canonicalResources } from './resources';
import type { ConfigScope } from './scope';
import type { StorageModel } from './storage-model';

/** One route of the registry's spec. */
export interface RouteSpec {
  readonly name: string;
  readonly hostname: string;
  readonly secretName?: string;
}

/**
 * The registry's spec as the operator itself stores it: canonical values, no zero values, no storage.
 *
 * @see openshift/api imageregistry/v1 ImageRegistrySpec
 */
export interface RegistrySpec {
  /** Absent where others run the registry, as replicas is: then the API server has theirs. */
  readonly managementState?: 'Managed' | 'Unmanaged' | 'Removed';
  readonly replicas?: number;
  readonly rolloutStrategy?: 'RollingUpdate' | 'Recreate';
  readonly logging?: number;
  readonly logLevel?: LogLevel;
  readonly operatorLogLevel?: LogLevel;
  readonly readOnly?: true;
  readonly disableRedirect?: true;
  readonly defaultRoute?: true;
  readonly routes?: readonly RouteSpec[];
  readonly proxy?: ProxySettings;
  readonly requests?: Requests;
  readonly resources?: CanonicalResources;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
}

/** The spec without storage. */
export function resolveRegistry(storage: StorageModel | undefined, context: ResolveContext): RegistrySpec {
  const registry = context.cluster.registry ?? NO_REGISTRY;
  const { replicas, rolloutStrategy } = deriveRollout(storage, context);
  return {
    managementState: registry.managementState ?? 'Managed',
    replicas: registry.replicas ?? replicas,
    ...(context.since('4.4') || registry.rolloutStrategy
      ? { rolloutStrategy: registry.rolloutStrategy ?? rolloutStrategy }
      : {}),
    ...settingsOf(registry, context.openshift),
    ...(withoutZeros({
      readOnly: registry.readOnly,
      disableRedirect: registry.disableRedirect ?? needsNoRedirect(storage),
      defaultRoute: context.cluster.routes?.default,
      routes: context.cluster.routes?.custom?.map(routeSpec),
      proxy: registry.proxy && withoutZeros(registry.proxy),
      requests: registry.requests && requestsOf(registry.requests),
    }) as Partial<RegistrySpec>),
  };
}

/** One object for all that have none. */
const NO_REGISTRY: Registry = {};

/** Logging and placement: the same for all clusters of a version that have them from one profile. */
const settingsOf = onceForBoth(
  (registry: Registry, openshift: string): Partial<RegistrySpec> => ({
    ...logging(registry, sinceOf(openshift)),
    ...placement(registry),
  }),
);

/** What may be ours in a Config that others own: the default route, and the settings of their storage. */
export function registryParts(
  scope: ConfigScope,
  storage: StorageModel | undefined,
  { cluster }: ResolveContext,
): RegistrySpec | undefined {
  if (scope !== 'parts' || (storage === undefined && !cluster.routes?.default)) return undefined;
  return withoutZeros({ defaultRoute: cluster.routes?.default }) as RegistrySpec;
}

/** What fits the storage: two replicas where it can be shared, and never two pods on a ReadWriteOnce volume. */
export function deriveRollout(
  storage: StorageModel | undefined,
  { cluster, openshift, topology }: ResolveContext,
): Required<Pick<RegistrySpec, 'replicas' | 'rolloutStrategy'>> {
  const single = topology === 'single-node';
  if (isOneWriter(storage) || (storage === undefined && bootstrapIsOneWriter())) {
    return { replicas: 1, rolloutStrategy: 'Recreate' };
  }
  const alone = single || (storage !== undefined && BACKENDS[storage.backend].ephemeral);
  return { replicas: alone ? 1 : 2, rolloutStrategy: 'RollingUpdate' };

  function bootstrapIsOneWriter(): boolean {
    const backends = bootstrapBackends(cluster.platform, openshift);
    return backends.length === 1 ? backends[0] === 'pvc' : cluster.bootstrapStorage === 'pvc';
  }
}

/** Whether only one pod may use the storage at a time. */
export function isOneWriter(storage: StorageModel | undefined): boolean {
  return storage?.claim !== undefined && !storage.claim.accessModes.includes('ReadWriteMany');
}

/** Some clients cannot follow a redirect to the store, and nodes cannot to a Service. */
function needsNoRedirect(storage: StorageModel | undefined): boolean {
  if (storage === undefined) return false;
  const { disableRedirect } = BACKENDS[storage.backend];
  if (typeof disableRedirect === 'boolean') return disableRedirect;
  return isInsideCluster(String(storage.fields[disableRedirect.unlessOutside] ?? ''));
}

/** 4.3 to 4.5 insist on a number; later versions have levels, whose default the API server fills in. */
function logging(
  { logging: level, logLevel, operatorLogLevel }: Registry,
  since: ResolveContext['since'],
): Partial<RegistrySpec> {
  if (since('4.6')) return withoutZeros({ logging: level, logLevel, operatorLogLevel });
  return { logging: level ?? numberOf(logLevel), ...withoutZeros({ operatorLogLevel }) };
}

const numberOf = (level: LogLevel | undefined): number => (level === undefined || level === 'Normal' ? 2 : 4);

function placement(registry: Registry): Partial<RegistrySpec> {
  const { nodeSelector, tolerations, topologySpreadConstraints, affinity } = registry;
  return {
    affinity,
    resources: canonicalResources(registry.resources),
    ...(withoutZeros({ nodeSelector, tolerations, topologySpreadConstraints }) as Partial<RegistrySpec>),
  };
}

const requestsOf = ({ read, write }: Requests): Requests => withoutZeros({ read: limits(read), write: limits(write) });

function limits(limits: RequestLimits | undefined): RequestLimits | undefined {
  if (limits === undefined) return undefined;
  const { maxWaitInQueue, ...counts } = limits;
  return withoutZeros({
    ...counts,
    maxWaitInQueue: maxWaitInQueue === undefined ? undefined : canonicalDuration(maxWaitInQueue),
  });
}

/** Name of the Secret with the key pair of a route; undefined for the router's own certificate. */
export function routeSecretName({ name, tls }: CustomRoute): string | undefined {
  if (tls === undefined) return undefined;
  return tls.secretName ?? `${name}-tls`;
}

const routeSpec = (route: CustomRoute): RouteSpec =>
  withoutZeros({ name: route.name, hostname: route.hostname, secretName: routeSecretName(route) }) as RouteSpec;
