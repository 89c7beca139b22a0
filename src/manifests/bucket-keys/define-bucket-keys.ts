/** How the keys of a bucket claim reach the operator, by whichever way the configuration chose. */

import type { Construct } from 'constructs';
import type { BucketKeysModel } from '../../model/bucket-keys';
import type { RegistryModel } from '../../model/model';
import { defineKeysByPolicy } from './acm';
import { defineKeysByExternalSecret } from './external-secret';
import { defineKeysByJob } from './job';

/** Defines the objects that copy the keys, on the cluster itself. */
export function defineBucketKeys(scope: Construct, model: RegistryModel, keys: BucketKeysModel): void {
  switch (keys.mode) {
    case 'externalSecret':
      defineKeysByExternalSecret(scope, model, keys);
      return;
    case 'job':
      defineKeysByJob(scope, model, keys);
      return;
    case 'acm':
      defineKeysByPolicy(scope, model, keys);
  }
}
