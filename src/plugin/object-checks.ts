/** What is wrong with objects as such, and is lost on the way back to settings. */

import { atLeast } from '../facts/versions';
import { CATALOGUE } from '../rules/catalogue';
import { checkConfigObject } from './config-checks';
import type { ImageRegistryValidationProps } from './image-registry-validation';
import { checkNeighbours } from './neighbour-checks';
import type { ObjectHit } from './object-hit';
import { type Emitted, isSettings, mapAt } from './objects';
import type { ObjectFinding } from './report';
import { unstored } from './stored-form';
import { checkSyncOptions } from './sync-options';

/** Every finding on the objects themselves. */
export function checkObjects(
  objects: readonly Emitted[],
  { openshift }: ImageRegistryValidationProps,
): readonly ObjectFinding[] {
  const modern = atLeast(String(openshift), '4.6');
  const hits = objects.flatMap(object => [
    ...checkSettings(object),
    ...checkConfigObject(object, objects, modern),
    ...checkNeighbours(object, objects),
    ...unstored(object),
  ]);
  return hits.flatMap(hit => {
    const row = CATALOGUE.get(hit.code);
    return row === undefined ? [] : [{ path: [], severity: row.severity, why: row.why, fix: row.fix, ...hit }];
  });
}

/** Metadata of the operator's three kinds. */
function checkSettings(object: Emitted): readonly ObjectHit[] {
  const kind = (['Config', 'ImagePruner', 'Image'] as const).find(one => isSettings(one, object));
  if (kind === undefined) return [];
  if (object.name !== 'cluster') {
    return [{ code: 'OBJECT_NAME', object, location: 'metadata.name', what: `the ${kind} is called "${object.name}"` }];
  }
  const { finalizers } = mapAt(object.object, 'metadata');
  const some = Array.isArray(finalizers) && finalizers.length > 0;
  return [
    ...(some
      ? [{ code: 'OBJECT_FINALIZERS', object, location: 'metadata.finalizers', what: finalizers.join(', ') }]
      : []),
    ...checkSyncOptions(object),
  ];
}
