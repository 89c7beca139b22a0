/** Storage as a resource of the operator that makes it. None of them ever deletes it. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { RegistryModel } from '../../model/model';
import type { ProvisionBy, ProvisionModel } from '../../model/provision';
import { defineAckBucket } from './ack';
import { defineAzureContainer } from './azure-service-operator';
import { defineStorageBucket } from './config-connector';
import { defineCrossplaneBucket } from './crossplane';

const PROVISIONERS: {
  readonly [By in ProvisionModel['by']]: (
    scope: Construct,
    model: RegistryModel,
    provision: ProvisionBy<By>,
  ) => ApiObject;
} = {
  ack: defineAckBucket,
  crossplane: defineCrossplaneBucket,
  configConnector: defineStorageBucket,
  azureServiceOperator: defineAzureContainer,
};

/** Defines the bucket or container, and returns the bucket or the account that holds the container. */
export function defineProvision(scope: Construct, model: RegistryModel, provision: ProvisionModel): ApiObject {
  return PROVISIONERS[provision.by](scope, model, provision as never);
}
