/** Every known mistake with the registry operator, and what becomes of it. Numbers are stable. */

import { OBJECT_STORE_COVERAGE } from './coverage-object-stores';
import { CLUSTER_COVERAGE, CONFIG_COVERAGE } from './coverage-registry';
import type { Covered } from './coverage-row';

export type { Covered } from './coverage-row';

/** In order of their numbers. */
export const COVERAGE: readonly Covered[] = [...CONFIG_COVERAGE, ...OBJECT_STORE_COVERAGE, ...CLUSTER_COVERAGE];
