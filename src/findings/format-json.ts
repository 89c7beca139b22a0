/** Findings for programs. */

import type { Finding } from './finding';
import { documentationOf } from './format-text';
import { shown } from './shown';

/** A list of findings; keys always in the same order, absent values null. */
export function formatJson(findings: readonly Finding[]): string {
  const rows = findings.map(shown).map(({ code, severity, cluster, path, place, what, why, fix }) => ({
    code,
    severity,
    cluster: cluster ?? null,
    path,
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
