/** What the plugin must know of the cluster. */

import type { ClusterSettings, PlatformName } from '../config/shape/cluster';

/** What objects do not tell of their cluster; `properties` of the entry in cdk8s.yaml. */
export interface ImageRegistryValidationProps
  extends Pick<
    ClusterSettings,
    'environment' | 'topology' | 'baseDomain' | 'ingressDomain' | 'bootstrapStorage' | 'takeOver' | 'accept'
  > {
  /** Minor version of OpenShift, quoted, for example "4.14". */
  readonly openshift: string;
  /** The infrastructure the cluster runs on. */
  readonly platform: PlatformName;
}
