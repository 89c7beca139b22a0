/** One row of the catalogue in words, for `explain` and for the documentation. */

import type { CatalogueEntry } from './catalogue-entry';

/** A row that may have examples: rules have them, the steps around the rules have none. */
export type ExplainedEntry = CatalogueEntry & { readonly bad?: string; readonly good?: string };

/** Whether a cluster may accept a finding of this row, as a sentence. */
export function acceptanceOf({ severity, acceptable }: CatalogueEntry): string {
  if (acceptable === false) return 'cannot be accepted';
  if (acceptable === 'inPrograms') return 'must be acknowledged in the fleet file; a program accepts it with a reason';
  return severity === 'error'
    ? 'can be accepted by a cluster, with a reason'
    : 'can be accepted, and does not stop synthesis';
}

/** An example without its outer blank lines and shared indentation. */
export function exampleText(example: string): string {
  const lines = example
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map(line => line.slice(shared)).join('\n');
}
