/** How V8 runs this program: much code, most of it for a few seconds, over files of any size. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the heap close to what is in use. By default it may grow to a multiple of that before garbage is collected: a file
 * of megabytes then takes a gigabyte. Usual fleets take as long as before.
 */
const SMALL_HEAP = '--heap-growing-percent=20';

/**
 * Has only code optimized that runs ten times as long as the default asks, by the version of V8. A thousand clusters run each
 * rule a thousand times: that is enough for V8 to optimize hundreds of functions, which takes its other threads a third of
 * the whole run, and too little for them to gain it back. Newer versions have a compiler in between, which is quick enough.
 */
const OPTIMIZED_LATE: Readonly<Record<string, string>> = {
  '11': '--interrupt-budget=600000', // Node 20
  '12': '--invocation-count-for-turbofan=30000', // Node 22
};

/** Comes before a command is loaded. A version of V8 is not given a flag that it may not know: it would say so. */
export function tuneV8(): void {
  setFlagsFromString(SMALL_HEAP);
  const late = OPTIMIZED_LATE[process.versions.v8.split('.')[0] ?? ''];
  if (late !== undefined) setFlagsFromString(late);
}

/**
 * Frees what is no longer needed, at a moment when that is most of the heap: V8 itself waits until the heap is full. It takes
 * a twentieth of a second for the largest fleets.
 */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  if (typeof collect === 'function') collect();
}
