/** Clusters that differ only in where a Secret comes from. */

import { BACKEND_NAMES, BACKENDS, type BackendName } from '../../src/facts/backends';

/** Settings of a cluster for each backend, its credentials left out. */
export const STORAGE = Object.fromEntries(
  BACKEND_NAMES.map(backend => {
    const { platform, storage } = BACKENDS[backend].example;
    return [
      backend,
      `
    platform: ${platform}
    storage: ${JSON.stringify({ [backend]: storage })}`,
    ];
  }),
) as Record<BackendName, string>;
