/** Which findings are wanted: by severity, and by cluster. */

import type { Finding, Severity } from './finding';

/** From the worst to the mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings of this severity and worse ones. */
export const atLeast = (findings: readonly Finding[], lowest: Severity): readonly Finding[] =>
  findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(lowest));

/**
 * What concerns these clusters, and names them alone: their findings, and errors of the whole fleet, without which it
 * could not be read. All findings where no cluster is named.
 */
export function ofClusters(findings: readonly Finding[], names: readonly string[]): readonly Finding[] {
  if (names.length === 0) return findings;
  return findings.flatMap((finding): readonly Finding[] => {
    if (finding.clusters === undefined) return finding.severity === 'error' ? [finding] : [];
    const clusters = finding.clusters.filter(name => names.includes(name));
    return clusters.length === 0 ? [] : [{ ...finding, clusters }];
  });
}

/** `1 error, 2 warnings`; an empty text if there are no findings. */
export function countText(findings: readonly Finding[]): string {
  const counts = SEVERITIES.map(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
  });
  return counts.filter(text => text !== '').join(', ');
}
