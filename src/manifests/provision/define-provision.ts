/** Storage as a resource of the operator that makes it. None of them ever deletes it. */

import type { ProvisionBy, ProvisionModel } from '../../model/provision';
import type { Definition } from '../common/definition';
import type { WithMetadata } from '../common/shared-part';
import { defineAckBucket } from './ack';
import { defineAzureContainer } from './azure-service-operator';
import { defineStorageBucket } from './config-connector';
import { defineCrossplaneBucket } from './crossplane';

const PROVISIONERS: {
  readonly [By in ProvisionModel['by']]: (
    model: WithMetadata,
    provision: ProvisionBy<By>,
  ) => readonly [Definition, ...Definition[]];
} = {
  ack: defineAckBucket,
  crossplane: defineCrossplaneBucket,
  configConnector: defineStorageBucket,
  azureServiceOperator: defineAzureContainer,
};

/** What makes the storage. */
export interface ProvisionObjects {
  /** The bucket, or the account that holds the container. */
  readonly provisioned: Definition;
  /** What else belongs to it. */
  readonly provisionedParts: readonly Definition[];
}

/** Defines the bucket or container. */
export function defineProvision(model: WithMetadata, provision: ProvisionModel): ProvisionObjects {
  const [provisioned, ...provisionedParts] = PROVISIONERS[provision.by](model, provision as never);
  return { provisioned, provisionedParts };
}
