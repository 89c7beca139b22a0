/** Findings for programs. */

import { type Finding, formatPath } from './finding';
import { documentationOf } from './format-text';

/** A list of findings; keys always in the same order, absent values null. */
export function formatJson(findings: readonly Finding[]): string {
  const rows = findings.map(({ code, severity, cluster, path, place, what, why, fix }) => ({
    code,
    severity,
    cluster: cluster ?? null,
    path: formatPath(path),
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    what,
    why,
    fix,
    see: documentationOf(code),
  }));
  return JSON.stringify(rows, null, 2);
}
