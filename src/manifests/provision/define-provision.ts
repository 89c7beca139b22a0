/** Storage as a resource of the operator that makes it. None of them ever deletes it. */

import type { RegistryModel } from '../../model/model';
import type { ProvisionBy, ProvisionModel } from '../../model/provision';
import type { Definition } from '../common/definition';
import { defineAckBucket } from './ack';
import { defineAzureContainer } from './azure-service-operator';
import { defineStorageBucket } from './config-connector';
import { defineCrossplaneBucket } from './crossplane';

const PROVISIONERS: {
  readonly [By in ProvisionModel['by']]: (
    model: RegistryModel,
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
export function defineProvision(model: RegistryModel, provision: ProvisionModel): ProvisionObjects {
  const [provisioned, ...provisionedParts] = PROVISIONERS[provision.by](model, provision as never);
  return { provisioned, provisionedParts };
}
