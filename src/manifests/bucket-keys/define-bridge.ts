/** How the keys of a bucket claim reach the operator, by whichever way the configuration chose. */

import type { Construct } from 'constructs';
import type { BridgeModel } from '../../model/jobs-model';
import type { RegistryModel } from '../../model/model';
import { defineAcmBridge } from './acm';
import { defineExternalSecretBridge } from './external-secret';
import { defineJobBridge } from './job';

/** Defines the bridge's objects on the cluster itself. */
export function defineBridge(scope: Construct, model: RegistryModel, bridge: BridgeModel): void {
  switch (bridge.mode) {
    case 'externalSecret':
      defineExternalSecretBridge(scope, model, bridge);
      return;
    case 'job':
      defineJobBridge(scope, model, bridge);
      return;
    case 'acm':
      defineAcmBridge(scope, model, bridge);
  }
}
