/**
 * Configurations whose form is in order: their shape, and each text by itself. Most clusters of a fleet differ from one
 * that is in nothing but texts, and only those need a look.
 */

import { PLACEHOLDER } from '../config/placeholders';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import { definition } from '../config/schema';
import { type TextPlace, textPlace } from '../config/text-place';
import { isInOrder } from '../rules/text/in-order';
import { isData } from '../values/alike/watched';
import { lazily } from '../values/lazily';

/** More are not kept. */
const MOST = 100;

const CLUSTER = lazily(() => textPlace(definition('Cluster'), 'Cluster'));

/** Configurations that are in order, one of each kind. */
export class SoundForms {
  readonly #known = new Map<string, object>();

  /** Whether the form of a configuration is in order, because it is like one that is; false says nothing. */
  public hasLike(written: unknown): boolean {
    if (!isPlainMap(written)) return false;
    const sound = this.#known.get(kindOf(written));
    return sound !== undefined && isLike(CLUSTER(), '', sound, written);
  }

  /** Takes note of one that is in order. */
  public note(written: unknown): void {
    if (isPlainMap(written) && this.#known.size < MOST) this.#known.set(kindOf(written), written);
  }
}

/** Those of one kind are probably alike. */
function kindOf(written: PlainMap): string {
  const { platform, storage } = written;
  const backends = isPlainMap(storage) ? Object.keys(storage).join(' ') : '';
  return `${typeof platform === 'string' ? platform : ''} ${backends}  ${Object.keys(written).join(' ')}`;
}

/** Whether what is there differs in no more than texts, and the schema takes any text at their places. */
function isLike(place: TextPlace | undefined, key: string | number, sound: unknown, now: unknown): boolean {
  if (now === sound) return true;
  if (place === undefined) return false;
  if (typeof now === 'string' && typeof sound === 'string')
    return place.isText && !now.includes(PLACEHOLDER) && isInOrder({ field: place.field, path: [key], text: now });
  if (Array.isArray(now) && Array.isArray(sound)) {
    const items = place.items();
    return now.length === sound.length && now.every((item, index) => isLike(items, index, sound[index], item));
  }
  return isData(now) && isPlainMap(now) && isPlainMap(sound) && isLikeMap(place, sound, now);
}

function isLikeMap(place: TextPlace, sound: PlainMap, now: PlainMap): boolean {
  const keys = Object.keys(now);
  if (keys.length !== Object.keys(sound).length) return false;
  for (const key of keys) {
    if (now[key] === sound[key] && now[key] !== undefined) continue;
    if (!Object.hasOwn(sound, key)) return false;
    const below = place.properties.get(key)?.() ?? place.values();
    if (!isLike(below, key, sound[key], now[key])) return false;
  }
  return true;
}
