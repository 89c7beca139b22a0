/** `pruner`: the spec of ImagePruner, safe defaults written out. */

import type { Pruner } from '../config/shape/registry';
import { canonicalDuration, parseDuration } from '../values/duration';
import { withoutZeros } from '../values/zero';
import type { ResolveContext } from './context';
import { canonicalResources } from './resources';
import type { PrunerSpec } from './specs';

/** The pruner, or undefined where it is not ours. */
export function resolvePruner({ cluster, since }: ResolveContext): PrunerSpec | undefined {
  const { pruner } = cluster;
  if (pruner === undefined) return undefined;
  const { affinity, nodeSelector, tolerations, schedule, logLevel } = pruner;
  return {
    suspend: pruner.suspend ?? false,
    ...(withoutZeros({ schedule, logLevel, nodeSelector, tolerations }) as Partial<PrunerSpec>),
    ...numbers(pruner),
    ...keepYounger(pruner, since),
    ...(since('4.6') || pruner.ignoreInvalidImageReferences !== undefined
      ? { ignoreInvalidImageReferences: pruner.ignoreInvalidImageReferences ?? true }
      : {}),
    ...(affinity === undefined ? {} : { affinity }),
    ...(pruner.resources === undefined ? {} : { resources: canonicalResources(pruner.resources) }),
  };
}

/** Zero is a number of its own here: it keeps nothing. */
function numbers({
  keepTagRevisions,
  successfulJobsHistoryLimit,
  failedJobsHistoryLimit,
}: Pruner): Partial<PrunerSpec> {
  return {
    ...(keepTagRevisions === undefined ? {} : { keepTagRevisions }),
    ...(successfulJobsHistoryLimit === undefined ? {} : { successfulJobsHistoryLimit }),
    ...(failedJobsHistoryLimit === undefined ? {} : { failedJobsHistoryLimit }),
  };
}

/** 4.4 knows only nanoseconds. */
function keepYounger({ keepYoungerThanDuration }: Pruner, since: (first: string) => boolean): Partial<PrunerSpec> {
  if (keepYoungerThanDuration === undefined) return {};
  if (since('4.5')) return { keepYoungerThanDuration: canonicalDuration(keepYoungerThanDuration) };
  const nanoseconds = parseDuration(keepYoungerThanDuration);
  return nanoseconds === undefined ? {} : { keepYoungerThan: nanoseconds };
}
