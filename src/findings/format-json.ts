/** Findings for programs. */

import type { Finding } from './finding';
import { explainCommand } from './format-text';
import { shown } from './shown';

/** A list of findings; keys always in the same order, absent values null; no clusters where the whole fleet is meant. */
export function formatJson(findings: readonly Finding[]): string {
  const rows = findings.map(shown).map(({ code, severity, clusters, path, place, what, why, fix }) => ({
    code,
    severity,
    clusters: clusters ?? [],
    path,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    what,
    why,
    fix,
    see: explainCommand(code),
  }));
  return JSON.stringify(rows, null, 2);
}
