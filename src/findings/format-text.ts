/** Findings for people, on a terminal or in a log. */

import { type Finding, formatPath, type Severity } from './finding';

/** Where a code is explained in full. */
export const documentationOf = (code: string): string => `docs/rules.md#${code}`;

/** Paints text, or leaves it. */
type Paint = (severity: Severity, text: string) => string;

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };
const painted: Paint = (severity, text) => `\u001b[1;${COLOURS[severity]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

/** All findings, and a line that counts them. */
export function formatText(
  findings: readonly Finding[],
  options: { readonly colour: boolean } = { colour: false },
): string {
  const paint = options.colour ? painted : plain;
  const blocks = findings.map(finding => formatOne(finding, paint));
  return [...blocks, summary(findings)].filter(block => block !== '').join('\n\n');
}

function formatOne(finding: Finding, paint: Paint): string {
  const { code, severity, what, why, fix } = finding;
  const where = whereOf(finding);
  return [
    `${paint(severity, `${severity}[${code}]`)} ${what}`,
    ...(where === '' ? [] : [`  at:  ${where}`]),
    `  why: ${why}`,
    `  fix: ${fix}`,
    `  see: ${documentationOf(code)}`,
  ].join('\n');
}

function whereOf({ place, path, cluster, construct }: Finding): string {
  const position = place ? `${place.file}:${place.line}:${place.column}` : (construct ?? '');
  const words = formatPath(path);
  const where = [position, words === '' ? '' : `(${words})`].filter(text => text !== '').join(' ');
  return [where, cluster === undefined ? '' : `cluster ${cluster}`].filter(text => text !== '').join(', ');
}

function summary(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'info'] as const).map(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
  });
  return counts.filter(text => text !== '').join(', ');
}
