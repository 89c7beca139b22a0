/** One cluster's objects, part by part. Every platform's construct, and the fleet, build through here. */

import { otherSecrets } from '../model/all-secrets';
import type { RegistryModel } from '../model/model';
import type { TakeoverModel } from '../model/takeover';
import { defineBucketKeys } from './bucket-keys/define-bucket-keys';
import type { Definition } from './common/definition';
import { defineImage, type ImageObjects } from './image/define-image';
import { defineProvision, type ProvisionObjects } from './provision/define-provision';
import { defineConfig } from './registry/config';
import { defineImageStream } from './registry/image-streams';
import { definePruner } from './registry/pruner';
import { defineCertificate } from './secrets/certificate';
import { defineSecret } from './secrets/define-secret';
import { type BucketClaimObjects, defineBucketClaim } from './storage/bucket-claim';
import { type ClaimObjects, defineClaim } from './storage/claim';
import { defineTrustBundle } from './storage/trust-bundle';
import { defineTakeover } from './takeover/define-takeover';
import type { TakeoverTask } from './takeover/task';

/**
 * What a cluster has, in the order it is written; its access comes after it. Absent is what the cluster does not need, or what
 * others make.
 */
export interface RegistryDefinitions
  extends Partial<ProvisionObjects & BucketClaimObjects>,
    ClaimObjects,
    ImageObjects {
  readonly trustBundle?: Definition;
  readonly credentials?: Definition;
  /** What brings the keys of a bucket claim. */
  readonly bucketKeys: readonly Definition[];
  readonly secrets: readonly Definition[];
  readonly certificates: readonly Definition[];
  readonly imageStreams: readonly Definition[];
  readonly config?: Definition;
  readonly takeover: readonly Definition[];
  readonly pruner?: Definition;
}

/** What a takeover Job is given, which depends on the Config that is written. */
export type TaskOf = (takeover: TakeoverModel, config: Definition) => TakeoverTask;

/** Defines what the model asks for. All clusters have the same keys: objects of one shape are made and read faster. */
export function defineRegistry(model: RegistryModel, taskOf: TaskOf): RegistryDefinitions {
  const { storage, credentials, openshift, pruner } = model;
  const provision = model.provision && defineProvision(model, model.provision);
  const isTakenOver = model.takeover?.by === 'job';
  const claim = storage?.claim && defineClaim(model, { claim: storage.claim, isTakenOver });
  const bucketClaim = storage?.bucketClaim && defineBucketClaim(model, storage.bucketClaim);
  const bucketKeys = model.bucketKeys ? defineBucketKeys(model, { keys: model.bucketKeys, openshift }) : [];
  const config = hasRegistry(model) ? defineConfig(model) : undefined;
  const image = model.image && defineImage(model, model.image);
  return {
    provisioned: provision?.provisioned,
    provisionedParts: provision?.provisionedParts,
    storageClass: (claim ?? bucketClaim)?.storageClass,
    volume: claim?.volume,
    claim: claim?.claim,
    backingStore: bucketClaim?.backingStore,
    bucketClass: bucketClaim?.bucketClass,
    bucketClaim: bucketClaim?.bucketClaim,
    trustBundle: storage?.trustedCA && defineTrustBundle(model, storage.trustedCA),
    credentials: credentials && defineSecret('Credentials', model, credentials),
    bucketKeys,
    secrets: otherSecrets(model).flatMap(
      secret => defineSecret(`Secret-${secret.namespace}-${secret.name}`, model, secret) ?? [],
    ),
    certificates: (model.certificates ?? []).map(certificate => defineCertificate(model, certificate)),
    imageStreams: (model.imageStreams ?? []).map(stream => defineImageStream(model, stream)),
    config,
    takeover: config ? without(bucketKeys, takeoverOf(model, config, taskOf)) : [],
    pruner: pruner && definePruner(model, pruner),
    trustedCAs: image?.trustedCAs,
    image: image?.image,
    digestMirrors: image?.digestMirrors,
    tagMirrors: image?.tagMirrors,
  };
}

type OwnRegistry = RegistryModel & { readonly registry: NonNullable<RegistryModel['registry']> };

const hasRegistry = (model: RegistryModel): model is OwnRegistry => model.registry !== undefined;

function takeoverOf(model: RegistryModel, config: Definition, taskOf: TaskOf): readonly Definition[] {
  const { takeover } = model;
  return takeover?.by === 'job' ? defineTakeover(model, takeover, taskOf(takeover, config)) : [];
}

/** The rest of a list: our Jobs may have one namespace. */
const without = (known: readonly Definition[], list: readonly Definition[]): readonly Definition[] =>
  list.filter(({ id }) => !known.some(other => other.id === id));
