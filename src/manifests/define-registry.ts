/** One cluster's objects, part by part. Every platform's construct, and the fleet, build through here. */

import { otherSecrets } from '../model/all-secrets';
import type { RegistryModel } from '../model/model';
import type { CertificateModel } from '../model/route-secrets';
import type { SecretModel } from '../model/secret';
import type { TakeoverModel } from '../model/takeover';
import type { ImageStreamModel } from '../model/third-party';
import { defineBucketKeys } from './bucket-keys/define-bucket-keys';
import type { Definition } from './common/definition';
import type { Define, WithMetadata } from './common/shared-part';
import { defineImage, type ImageObjects } from './image/define-image';
import { defineProvision, type ProvisionObjects } from './provision/define-provision';
import { defineConfig } from './registry/config';
import { defineImageStream } from './registry/image-streams';
import { definePruner } from './registry/pruner';
import { defineCertificate } from './secrets/certificate';
import { defineSecret } from './secrets/define-secret';
import { type BucketClaimObjects, defineBucketClaim } from './storage/bucket-claim';
import { type ClaimObjects, defineClaim } from './storage/claim';
import { specStorage } from './storage/storage-spec';
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

/** Makes another function of one that defines a part: the same one, or one that remembers. */
type Change = <Part, Defined>(define: Define<Part, Defined>) => Define<Part, Defined>;

/** A function that defines what a model asks for, each part by the changed function. */
export function registryDefiner(change: Change): (model: RegistryModel, taskOf: TaskOf) => RegistryDefinitions {
  const claimOf = change(defineClaim);
  const trustBundleOf = change(defineTrustBundle);
  const secretsOf = change(defineSecrets);
  const certificatesOf = change(defineCertificates);
  const imageStreamsOf = change(defineImageStreams);
  const configOf = change(defineConfig);
  const imageOf = change(defineImage);
  // All clusters have the same keys: objects of one shape are made and read faster.
  return (model, taskOf) => {
    const { registry, storage, credentials, takeover, openshift, pruner } = model;
    const provision = model.provision && defineProvision(model, model.provision);
    const isTakenOver = takeover?.by === 'job';
    const claim = storage?.claim && claimOf(model, { claim: storage.claim, isTakenOver });
    const bucketClaim = storage?.bucketClaim && defineBucketClaim(model, storage.bucketClaim);
    const bucketKeys = model.bucketKeys ? defineBucketKeys(model, { keys: model.bucketKeys, openshift }) : [];
    const config = registry && configOf(model, { registry, storage: storage && specStorage(storage) });
    const image = model.image && imageOf(model, model.image);
    return {
      provisioned: provision?.provisioned,
      provisionedParts: provision?.provisionedParts,
      storageClass: (claim ?? bucketClaim)?.storageClass,
      volume: claim?.volume,
      claim: claim?.claim,
      backingStore: bucketClaim?.backingStore,
      bucketClass: bucketClaim?.bucketClass,
      bucketClaim: bucketClaim?.bucketClaim,
      trustBundle: storage?.trustedCA && trustBundleOf(model, storage.trustedCA),
      credentials: credentials && defineSecret('Credentials', model, credentials),
      bucketKeys,
      secrets: secretsOf(model, otherSecrets(model)),
      certificates: certificatesOf(model, model.certificates ?? []),
      imageStreams: imageStreamsOf(model, model.imageStreams ?? []),
      config,
      takeover: config ? without(bucketKeys, takeoverOf(model, config, taskOf)) : [],
      pruner: pruner && definePruner(model, pruner),
      trustedCAs: image?.trustedCAs,
      image: image?.image,
      digestMirrors: image?.digestMirrors,
      tagMirrors: image?.tagMirrors,
    };
  };
}

/** Defines what the model asks for. */
export const defineRegistry = registryDefiner(define => define);

function defineSecrets(model: WithMetadata, secrets: readonly SecretModel[]): readonly Definition[] {
  return secrets.flatMap(secret => defineSecret(`Secret-${secret.namespace}-${secret.name}`, model, secret) ?? []);
}

function defineCertificates(model: WithMetadata, all: readonly CertificateModel[]): readonly Definition[] {
  return all.map(certificate => defineCertificate(model, certificate));
}

function defineImageStreams(model: WithMetadata, streams: readonly ImageStreamModel[]): readonly Definition[] {
  return streams.map(stream => defineImageStream(model, stream));
}

function takeoverOf(model: RegistryModel, config: Definition, taskOf: TaskOf): readonly Definition[] {
  const { takeover } = model;
  return takeover?.by === 'job' ? defineTakeover(model, takeover, taskOf(takeover, config)) : [];
}

/** The rest of a list: our Jobs may have one namespace. */
const without = (known: readonly Definition[], list: readonly Definition[]): readonly Definition[] =>
  list.filter(({ id }) => !known.some(other => other.id === id));
