/** How the keys of a bucket claim reach the operator, by whichever way the configuration chose. */

import type { BucketKeysModel } from '../../model/bucket-keys';
import type { RegistryModel } from '../../model/model';
import type { Definition } from '../common/definition';
import { defineKeysByPolicy } from './acm';
import { defineKeysByExternalSecret } from './external-secret';
import { defineKeysByJob } from './job';

/** Defines the objects that copy the keys, on the cluster itself. */
export function defineBucketKeys(model: RegistryModel, keys: BucketKeysModel): readonly Definition[] {
  switch (keys.mode) {
    case 'externalSecret':
      return defineKeysByExternalSecret(model, keys);
    case 'job':
      return defineKeysByJob(model, keys);
    case 'acm':
      return defineKeysByPolicy(model, keys);
  }
}
