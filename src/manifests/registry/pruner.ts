/** The ImagePruner `cluster`. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  ImagePruner,
  type ImagePrunerSpec,
  ImagePrunerSpecResourcesLimits,
  ImagePrunerSpecResourcesRequests,
} from '../../../imports/imageregistry.operator.openshift.io';
import { SINGLETON } from '../../facts/names';
import type { PrunerSpec } from '../../model/pruner';
import { objectMetadata } from '../common/metadata';
import { resourcesOf } from '../common/resources';
import type { Named } from '../common/shared-part';

/** Defines the pruner. */
export function definePruner(scope: Construct, model: Named, { resources, ...spec }: PrunerSpec): ApiObject {
  return new ImagePruner(scope, 'ImagePruner', {
    metadata: objectMetadata(model, { role: 'pruner', name: SINGLETON }),
    spec: {
      ...spec,
      ...(resources && {
        resources: resourcesOf(
          resources,
          ImagePrunerSpecResourcesLimits.fromString,
          ImagePrunerSpecResourcesRequests.fromString,
        ),
      }),
    } as ImagePrunerSpec,
  });
}
