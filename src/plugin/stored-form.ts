/** Durations and quantities as the operator would write them back. */

import { isPlainMap } from '../config/plain-map';
import { canonicalDuration, parseDuration } from '../values/duration';
import { canonicalQuantity, parseQuantity } from '../values/quantity';
import { textOf } from '../values/text-of';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, isSettings, mapAt } from './objects';

const DURATIONS: readonly (readonly string[])[] = [
  ['requests', 'read', 'maxWaitInQueue'],
  ['requests', 'write', 'maxWaitInQueue'],
  ['storage', 's3', 'cloudFront', 'duration'],
  ['keepYoungerThanDuration'],
];

/** Values of a Config or an ImagePruner that would come back in another form; what is not a value at all is for the rules. */
export function unstored(object: Emitted): readonly ObjectFinding[] {
  if (!isSettings('Config', object) && !isSettings('ImagePruner', object)) return [];
  const spec = mapAt(object.object, 'spec');
  const compare = (place: readonly string[], value: unknown, stored: string): readonly ObjectFinding[] => {
    const what = `${place.at(-1)} ${value} would be stored as ${stored}`;
    return value === stored ? [] : [objectFinding('OBJECT_NOT_STORED', object, `spec.${place.join('.')}`, what)];
  };
  const durations = DURATIONS.flatMap(place => {
    const value = mapAt(spec, ...place.slice(0, -1))[place.at(-1) ?? ''];
    if (typeof value !== 'string' || parseDuration(value) === undefined) return [];
    return compare(place, value, canonicalDuration(value));
  });
  const amounts = ['requests', 'limits'].flatMap(part =>
    Object.entries(mapAt(spec, 'resources', part)).flatMap(([name, value]) => {
      if (isPlainMap(value) || parseQuantity(textOf(value)) === undefined) return [];
      return compare(['resources', part, name], value, canonicalQuantity(textOf(value)));
    }),
  );
  return [...durations, ...amounts];
}
