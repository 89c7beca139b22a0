/** Findings as a code quality report, which GitLab shows in a merge request, new ones apart from those that were there. */

import { createHash } from 'node:crypto';
import type { Finding, Severity } from './finding';
import { explainCommand } from './format-text';
import { type ShownFinding, shown } from './shown';
import { type FleetNames, whose } from './whose';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/**
 * A list with an entry a finding; empty if there are no findings.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export const formatCodequality = (findings: readonly Finding[], fleet?: FleetNames): string =>
  JSON.stringify(
    findings.map(finding => entryOf(shown(finding), fleet)),
    null,
    2,
  );

function entryOf(finding: ShownFinding, fleet: FleetNames | undefined): object {
  const { code, severity, place, clusters, path, what, why, fix } = finding;
  const owner = clusters === undefined ? '' : `${whose(clusters, fleet)}: `;
  return {
    description: `${owner}${what}; why: ${why}; fix: ${fix}; see: ${explainCommand(code)}`,
    check_name: code,
    // What a finding is, not where it is: a finding that only moves is not a new one.
    fingerprint: createHash('sha256')
      .update(JSON.stringify([code, clusters, path, what]))
      .digest('hex'),
    severity: SEVERITIES[severity],
    location: { path: place?.file ?? '.', lines: { begin: place?.line ?? 1 } },
  };
}
