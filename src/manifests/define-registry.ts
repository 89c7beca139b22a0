/** One cluster's objects, part by part. Every platform's construct, and the fleet, build through here. */

import type { Construct } from 'constructs';
import { otherSecrets } from '../model/all-secrets';
import type { RegistryModel } from '../model/model';
import { defineAccess } from './access/define-access';
import { defineBucketKeys } from './bucket-keys/define-bucket-keys';
import { keepClusterScoped } from './common/cluster-scoped';
import { defineImage } from './image/define-image';
import { defineProvision } from './provision/define-provision';
import { defineConfig } from './registry/config';
import { defineImageStream } from './registry/image-streams';
import { definePruner } from './registry/pruner';
import { defineCertificate } from './secrets/certificate';
import { defineSecret } from './secrets/define-secret';
import { defineBucketClaim } from './storage/bucket-claim';
import { defineClaim } from './storage/claim';
import { defineTrustBundle } from './storage/trust-bundle';
import { defineTakeover } from './takeover/define-takeover';

/** Defines everything the model asks for below `scope`. */
export function defineRegistry(scope: Construct, model: RegistryModel): void {
  const { storage, credentials, pruner } = model;
  if (model.provision) defineProvision(scope, model, model.provision);
  if (storage?.claim) defineClaim(scope, model, storage.claim);
  if (storage?.bucketClaim) defineBucketClaim(scope, model, storage.bucketClaim);
  if (storage?.trustedCA) defineTrustBundle(scope, model, storage.trustedCA);
  if (credentials) defineSecret(scope, 'Credentials', model, credentials);
  if (model.bucketKeys && credentials === undefined) defineBucketKeys(scope, model, model.bucketKeys);
  for (const secret of otherSecrets(model)) {
    defineSecret(scope, `Secret-${secret.namespace}-${secret.name}`, model, secret);
  }
  for (const certificate of model.certificates ?? []) defineCertificate(scope, model, certificate);
  for (const stream of model.imageStreams ?? []) defineImageStream(scope, model, stream);
  if (hasRegistry(model)) {
    const config = defineConfig(scope, model);
    if (model.takeover) defineTakeover(scope, model, model.takeover, config);
  }
  if (pruner) definePruner(scope, model, pruner);
  if (model.image) defineImage(scope, model, model.image);
  if (model.access) defineAccess(scope, model, model.access);
  keepClusterScoped(scope);
}

const hasRegistry = (
  model: RegistryModel,
): model is RegistryModel & { registry: NonNullable<RegistryModel['registry']> } => model.registry !== undefined;
