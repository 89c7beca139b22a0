/** What the plugin must know of the cluster. */

import type { ClusterSettings, PlatformName } from '../config/shape/cluster';

/** What cannot be read from the objects; `properties` of the entry in cdk8s.yaml. */
export interface ImageRegistryValidationProps
  extends Pick<
    ClusterSettings,
    'environment' | 'topology' | 'baseDomain' | 'ingressDomain' | 'bootstrapStorage' | 'takeOver' | 'accept'
  > {
  /** Minor version of OpenShift, quoted, for example "4.14". */
  readonly openshift: string;
  /** The platform that the cluster runs on. */
  readonly platform: PlatformName;
}
