/** What is wrong with the objects themselves, and not visible in the settings read from them. */

import { atLeast } from '../facts/versions';
import { checkConfigObject } from './config-checks';
import { checkNeighbours } from './neighbour-checks';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, isSettings, mapAt } from './objects';
import type { ImageRegistryValidationProps } from './props';
import { unstored } from './stored-form';
import { checkSyncOptions } from './sync-options';

/** Every finding on the objects themselves. */
export function checkObjects(
  objects: readonly Emitted[],
  { openshift, platform }: ImageRegistryValidationProps,
): readonly ObjectFinding[] {
  const modern = atLeast(String(openshift), '4.6');
  const whole = platform !== 'rosa';
  return objects.flatMap(object => [
    ...checkSettings(object),
    ...checkConfigObject(object, objects, { hasStorageState: modern, whole }),
    ...checkNeighbours(object, objects),
    ...unstored(object),
  ]);
}

/** Metadata of the operator's three kinds. */
function checkSettings(object: Emitted): readonly ObjectFinding[] {
  const kind = (['Config', 'ImagePruner', 'Image'] as const).find(one => isSettings(one, object));
  if (kind === undefined) return [];
  if (object.name !== 'cluster') {
    return [
      objectFinding('OBJECT_NAME', object, 'metadata.name', `${kind} must be named "cluster", not "${object.name}"`),
    ];
  }
  const { finalizers } = mapAt(object.object, 'metadata');
  const some = Array.isArray(finalizers) && finalizers.length > 0;
  return [
    ...(some
      ? [
          objectFinding(
            'OBJECT_FINALIZERS',
            object,
            'metadata.finalizers',
            `finalizers must not be set, but are ${finalizers.join(', ')}`,
          ),
        ]
      : []),
    ...checkSyncOptions(object),
  ];
}
