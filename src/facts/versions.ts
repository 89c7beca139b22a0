/** OpenShift minor versions: which exist, and how they compare. */

/**
 * Every minor version whose registry API this project knows, oldest first.
 *
 * @see openshift/api, its release branches
 */
export const OPENSHIFT_VERSIONS = [
  ...Array.from({ length: 21 }, (_, index) => `4.${index + 3}`),
  '5.0',
  '5.1',
  '5.2',
] as const;

/** The newest version that is known. */
export const NEWEST_VERSION: string = OPENSHIFT_VERSIONS[OPENSHIFT_VERSIONS.length - 1] ?? '';

/** Version used only to go on checking a cluster whose own version cannot be read. */
export const FALLBACK_VERSION = '4.14';

const ORDER = new Map<string, number>(OPENSHIFT_VERSIONS.map((version, index) => [version, index]));

/** Whether this project has the facts of the version. */
export const isKnownVersion = (version: string): boolean => ORDER.has(version);

/** Negative, zero or positive as `a` is older than, the same as, or newer than `b`; by number, so that 4.10 follows 4.9. */
export function compareVersions(a: string, b: string): number {
  const left = ORDER.get(a);
  const right = ORDER.get(b);
  if (left !== undefined && right !== undefined) return left - right;
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** Whether `version` is `first` or newer. */
export const atLeast = (version: string, first: string): boolean => compareVersions(version, first) >= 0;
