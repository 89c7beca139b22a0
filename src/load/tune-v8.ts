/** How V8 runs this program: much code, most of it for a few seconds, over files of any size. */

import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the heap close to what is in use. By default it may grow to a multiple of that before garbage is collected: a file
 * of megabytes then takes a gigabyte. Usual fleets take as long as before.
 */
const SMALL_HEAP = '--heap-growing-percent=20';

const MAJOR = process.versions.v8.split('.')[0] ?? '';

/**
 * Has only code optimized that runs ten times as long as the default asks, by the version of V8. A thousand clusters run each
 * rule a thousand times: that is enough for V8 to optimize hundreds of functions, which takes its other threads a third of
 * the whole run, and too little for them to gain it back. Newer versions have a compiler in between, which is quick enough.
 */
const OPTIMIZED_LATE: Readonly<Record<string, string>> = {
  '11': '--interrupt-budget=600000', // Node 20
  '12': '--invocation-count-for-turbofan=30000', // Node 22
};

/**
 * Has garbage among new objects collected by one thread, by the version of V8. So little of them is still in use that threads take
 * longer to share that work than to do it: it saves a twentieth of the whole run. V8 looks at this flag each time; other flags of
 * its collector end the process where they change while it runs.
 */
const ONE_COLLECTOR: Readonly<Record<string, string>> = {
  '11': '--no-parallel-scavenge', // Node 20
};

/**
 * Keeps the part of the heap where objects begin from growing, by the version of V8. The rest of a large fleet leaves so little
 * behind that twice as much, which is where V8 ends, takes as much time, and 16 MiB more.
 */
const NO_GROWTH: Readonly<Record<string, string>> = {
  '11': '--semi-space-growth-factor=1', // Node 20
};

/** Bytes at which it ends to grow. */
const YOUNG = 16 * 1024 * 1024;
let isGrown = false;

/** Comes now and then while a fleet is checked: V8 has no flag that says it in advance once it runs. */
export function endYoungGrowth(): void {
  const flag = NO_GROWTH[MAJOR];
  if (isGrown || flag === undefined) return;
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  isGrown = (young?.space_size ?? 0) >= YOUNG;
  if (isGrown) setFlagsFromString(flag);
}

/** Comes before a command is loaded. A version of V8 is not given a flag that it may not know: it would say so. */
export function tuneV8(): void {
  for (const flag of [SMALL_HEAP, OPTIMIZED_LATE[MAJOR], ONE_COLLECTOR[MAJOR]]) if (flag) setFlagsFromString(flag);
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
