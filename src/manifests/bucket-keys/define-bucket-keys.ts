/** How the keys of a bucket claim reach the operator, by whichever way the configuration chose. */

import type { BucketKeysModel } from '../../model/bucket-keys';
import type { Definition } from '../common/definition';
import { equalPart } from '../common/shared-part';
import { defineKeysByPolicy } from './acm';
import { defineKeysByExternalSecret } from './external-secret';
import { defineKeysByJob } from './job';

/** What the objects depend on. */
interface BucketKeysPart {
  readonly keys: BucketKeysModel;
  readonly openshift: string;
}

/** Defines the objects that copy the keys, on the cluster itself. */
export const defineBucketKeys = equalPart((model, { keys, openshift }: BucketKeysPart): readonly Definition[] => {
  switch (keys.mode) {
    case 'externalSecret':
      return defineKeysByExternalSecret(model, keys, openshift);
    case 'job':
      return defineKeysByJob(model, keys, openshift);
    case 'acm':
      return defineKeysByPolicy(model, keys);
  }
});
