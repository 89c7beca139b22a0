/** One cluster's objects, part by part. Every platform's construct, and the fleet, build through here. */

import type { Construct } from 'constructs';
import { defineSecret } from '../credentials/define-secret';
import { keepClusterScoped } from '../objects/cluster-scoped';
import type { RegistryModel } from '../resolve/model';
import { defineBucketClaim } from '../storage/bucket-claim';
import { defineClaim } from '../storage/claim';
import { defineTrustBundle } from '../storage/trust-bundle';
import { defineConfig } from './config';
import { definePruner } from './pruner';

/** Defines everything the model asks for below `scope`. */
export function defineRegistry(scope: Construct, model: RegistryModel): void {
  const { storage, credentials, pruner } = model;
  if (storage?.claim) defineClaim(scope, model, storage.claim);
  if (storage?.bucketClaim) defineBucketClaim(scope, model, storage.bucketClaim);
  if (storage?.trustedCA) defineTrustBundle(scope, model, storage.trustedCA);
  if (credentials) defineSecret(scope, 'Credentials', model, credentials);
  if (hasRegistry(model)) defineConfig(scope, model);
  if (pruner) definePruner(scope, model, pruner);
  keepClusterScoped(scope);
}

const hasRegistry = (
  model: RegistryModel,
): model is RegistryModel & { registry: NonNullable<RegistryModel['registry']> } => model.registry !== undefined;
