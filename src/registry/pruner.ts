/** The ImagePruner `cluster`. */

import type { Construct } from 'constructs';
import {
  ImagePruner,
  type ImagePrunerSpec,
  ImagePrunerSpecResourcesLimits,
  ImagePrunerSpecResourcesRequests,
} from '../../imports/imageregistry.operator.openshift.io';
import { SINGLETON } from '../facts/names';
import { objectMetadata } from '../objects/metadata';
import type { RegistryModel } from '../resolve/model';
import type { PrunerSpec } from '../resolve/specs';

/** Defines the pruner. */
export function definePruner(scope: Construct, model: RegistryModel, { resources, ...spec }: PrunerSpec): void {
  const { limits, requests, claims } = resources ?? {};
  new ImagePruner(scope, 'ImagePruner', {
    metadata: objectMetadata(model, { role: 'pruner', name: SINGLETON }),
    spec: {
      ...spec,
      ...(resources && {
        resources: {
          ...(limits && { limits: mapValues(limits, ImagePrunerSpecResourcesLimits.fromString) }),
          ...(requests && { requests: mapValues(requests, ImagePrunerSpecResourcesRequests.fromString) }),
          ...(claims && { claims: [...claims] }),
        },
      }),
    } as ImagePrunerSpec,
  });
}

const mapValues = <T>(map: Readonly<Record<string, string>>, change: (value: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
