/** The specs of Config and ImagePruner as the operator itself stores them. */

import type { Affinity, TopologySpreadConstraint } from '../config/shape/affinity';
import type { Toleration } from '../config/shape/kubernetes';
import type { LogLevel, ProxySettings, Requests } from '../config/shape/registry';

/** Resources with every quantity in its canonical form. */
export interface CanonicalResources {
  readonly limits?: Readonly<Record<string, string>>;
  readonly requests?: Readonly<Record<string, string>>;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

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
  readonly managementState: 'Managed' | 'Unmanaged' | 'Removed';
  readonly replicas: number;
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

/** The pruner's spec in canonical form. */
export interface PrunerSpec {
  readonly schedule?: string;
  readonly suspend: boolean;
  readonly keepTagRevisions?: number;
  readonly keepYoungerThan?: number;
  readonly keepYoungerThanDuration?: string;
  readonly ignoreInvalidImageReferences?: boolean;
  readonly resources?: CanonicalResources;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
  readonly logLevel?: LogLevel;
}
