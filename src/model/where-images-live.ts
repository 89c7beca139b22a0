/** Where the images of a cluster live, whether git names the storage or not. */

import { bootstrapBackends, PLATFORMS } from '../facts/platforms';
import { remembered } from '../values/remembered';
import type { RegistryModel } from './model';
import { NO_STORAGE, OWN_STORAGE, type StorageIdentity } from './storage-change';

/** The storage that git names; else what the operator makes on the cluster's platform, where it makes any. */
export function whereImagesLive({ storage, platform, openshift, config }: RegistryModel): StorageIdentity {
  if (storage !== undefined && !storage.operatorMade) return storage.identity;
  const choices = bootstrapBackends(platform, openshift);
  if (choices.length === 0) return NO_STORAGE;
  const chosen = choices.length > 1 ? config.bootstrapStorage : undefined;
  return {
    ...OWN_STORAGE,
    ...(chosen === undefined ? {} : { bootstrap: chosen }),
    platform: infrastructureOf(platform),
  };
}

/** The platform as the cluster's Infrastructure object names it, in lower case. */
export const infrastructureOf = remembered((platform: RegistryModel['platform']): string =>
  PLATFORMS[platform].infrastructure.toLowerCase(),
);
