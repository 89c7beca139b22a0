/** `pruner`: the spec of ImagePruner, safe defaults written out. */

import type { Affinity } from '../config/shape/affinity';
import type { Toleration } from '../config/shape/kubernetes';
import type { Pruner } from '../config/shape/pruner';
import type { LogLevel } from '../config/shape/registry';
import { canonicalDuration, parseDuration } from '../values/duration';
import { onceForBoth } from '../values/once-for';
import { withoutZeros } from '../values/zero';
import { type ResolveContext, sinceOf } from './context';
import { type CanonicalResources, canonicalResources } from './resources';

/** The pruner's spec in canonical form. */
export interface PrunerSpec {
  readonly schedule?: string;
  readonly suspend: boolean;
  readonly keepTagRevisions?: number;
  readonly keepYoungerThan?: number;
  readonly keepYoungerThanDuration?: string;
  readonly ignoreInvalidImageReferences?: boolean;
  readonly resources?: CanonicalResources;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
  readonly logLevel?: LogLevel;
}

/** The pruner, or undefined where it is not ours. */
export const resolvePruner = ({ cluster: { pruner }, openshift }: ResolveContext): PrunerSpec | undefined =>
  pruner && specOf(pruner, openshift);

/** Many clusters share what a profile says, and have one spec. */
const specOf = onceForBoth((pruner: Pruner, openshift: string): PrunerSpec => {
  const since = sinceOf(openshift);
  const { affinity, nodeSelector, tolerations, schedule, logLevel } = pruner;
  return {
    suspend: pruner.suspend ?? false,
    ...(withoutZeros({ schedule, logLevel, nodeSelector, tolerations }) as Partial<PrunerSpec>),
    // Zero is a number of its own here: it keeps nothing.
    keepTagRevisions: pruner.keepTagRevisions,
    successfulJobsHistoryLimit: pruner.successfulJobsHistoryLimit,
    failedJobsHistoryLimit: pruner.failedJobsHistoryLimit,
    ...keepYounger(pruner, since),
    ...(since('4.6') || pruner.ignoreInvalidImageReferences !== undefined
      ? { ignoreInvalidImageReferences: pruner.ignoreInvalidImageReferences ?? true }
      : {}),
    affinity,
    resources: canonicalResources(pruner.resources),
  };
});

/** 4.4 knows only nanoseconds. */
function keepYounger({ keepYoungerThanDuration }: Pruner, since: (first: string) => boolean): Partial<PrunerSpec> {
  if (keepYoungerThanDuration === undefined) return {};
  if (since('4.5')) return { keepYoungerThanDuration: canonicalDuration(keepYoungerThanDuration) };
  const nanoseconds = parseDuration(keepYoungerThanDuration);
  return nanoseconds === undefined ? {} : { keepYoungerThan: nanoseconds };
}
