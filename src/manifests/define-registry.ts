/** One cluster's objects, part by part. Every platform's construct, and the fleet, build through here. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { AccessModel } from '../model/access';
import { otherSecrets } from '../model/all-secrets';
import type { RegistryModel } from '../model/model';
import { defineAccess } from './access/define-access';
import type { RoleBindings } from './access/role-bindings';
import { defineBucketKeys } from './bucket-keys/define-bucket-keys';
import { withAnyKeys } from './common/any-keys';
import { keepClusterScoped } from './common/cluster-scoped';
import { defineImage, type ImageObjects } from './image/define-image';
import { defineProvision } from './provision/define-provision';
import { defineConfig } from './registry/config';
import { defineImageStream } from './registry/image-streams';
import { definePruner } from './registry/pruner';
import { defineCertificate } from './secrets/certificate';
import { defineSecret } from './secrets/define-secret';
import { type BucketClaimObjects, defineBucketClaim } from './storage/bucket-claim';
import { type ClaimObjects, defineClaim } from './storage/claim';
import { defineTrustBundle } from './storage/trust-bundle';
import { defineTakeover } from './takeover/define-takeover';

/** What was defined, for programs that change it; absent is what the cluster does not need, or what others make. */
export interface RegistryObjects extends ClaimObjects, Partial<BucketClaimObjects>, ImageObjects {
  readonly provisioned?: ApiObject;
  readonly trustBundle?: ApiObject;
  readonly credentials?: ApiObject;
  readonly secrets: readonly ApiObject[];
  readonly certificates: readonly ApiObject[];
  readonly imageStreams: readonly ApiObject[];
  readonly config?: ApiObject;
  readonly pruner?: ApiObject;
  readonly bindings: RoleBindings;
}

/** Defines everything the model asks for below `scope`; `access` tells what is granted when the objects are written. */
export function defineRegistry(
  scope: Construct,
  model: RegistryModel,
  access: () => AccessModel | undefined = () => model.access,
): RegistryObjects {
  return withAnyKeys(scope, model, safe => defineParts(scope, safe, access));
}

function defineParts(scope: Construct, model: RegistryModel, access: () => AccessModel | undefined): RegistryObjects {
  const { storage, credentials, provision, pruner, image } = model;
  const objects = {
    provisioned: provision && defineProvision(scope, model, provision),
    ...(storage?.claim && defineClaim(scope, model, storage.claim)),
    ...(storage?.bucketClaim && defineBucketClaim(scope, model, storage.bucketClaim)),
    trustBundle: storage?.trustedCA && defineTrustBundle(scope, model, storage.trustedCA),
    credentials: credentials && defineSecret(scope, 'Credentials', model, credentials),
    ...defineSecrets(scope, model),
    imageStreams: (model.imageStreams ?? []).map(stream => defineImageStream(scope, model, stream)),
    config: hasRegistry(model) ? defineOwnConfig(scope, model) : undefined,
    pruner: pruner && definePruner(scope, model, pruner),
    ...(image && defineImage(scope, model, image)),
    bindings: defineAccess(scope, model, access),
  };
  keepClusterScoped(scope);
  return objects;
}

/** Everything that holds credentials beside those of the storage, and what brings those of a bucket claim. */
function defineSecrets(scope: Construct, model: RegistryModel): Pick<RegistryObjects, 'secrets' | 'certificates'> {
  if (model.bucketKeys) defineBucketKeys(scope, model, model.bucketKeys);
  return {
    secrets: otherSecrets(model).flatMap(
      secret => defineSecret(scope, `Secret-${secret.namespace}-${secret.name}`, model, secret) ?? [],
    ),
    certificates: (model.certificates ?? []).map(certificate => defineCertificate(scope, model, certificate)),
  };
}

type OwnRegistry = RegistryModel & { readonly registry: NonNullable<RegistryModel['registry']> };

const hasRegistry = (model: RegistryModel): model is OwnRegistry => model.registry !== undefined;

function defineOwnConfig(scope: Construct, model: OwnRegistry): ApiObject {
  const config = defineConfig(scope, model);
  if (model.takeover?.by === 'job') defineTakeover(scope, model, model.takeover, config);
  return config;
}
