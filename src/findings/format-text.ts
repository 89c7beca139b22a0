/** Findings for people, on a terminal or in a log. */

import type { Finding, Severity } from './finding';
import { type ShownFinding, shown } from './shown';

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
  const blocks = alike(findings.map(shown)).map(group => formatGroup(group, paint));
  return [...blocks, summary(findings)].filter(block => block !== '').join('\n\n');
}

/** One finding, without a count. */
export const formatFinding = (finding: Finding): string => formatGroup([shown(finding)], plain);

/** Findings that say the same of several places; an error always stands alone. */
type Alike = readonly [ShownFinding, ...ShownFinding[]];

/** In the order of the first place each; what holds for a hundred clusters need not be read a hundred times. */
function alike(findings: readonly ShownFinding[]): readonly Alike[] {
  const groups = new Map<string, [ShownFinding, ...ShownFinding[]]>();
  for (const [index, finding] of findings.entries()) {
    const { code, severity, what, why, fix } = finding;
    const key = JSON.stringify(severity === 'error' ? index : [code, severity, what, why, fix]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** Places that are listed; the other formats have them all. */
const LISTED = 10;

function formatGroup(group: Alike, paint: Paint): string {
  const [{ code, severity, what, why, fix }] = group;
  const places = group.map(whereOf).filter(where => where !== '');
  const listed = places.length > LISTED + 1 ? places.slice(0, LISTED) : places;
  const more = places.length - listed.length;
  const lines = more === 0 ? listed : [...listed, `and ${more} more places, all of them with --format json`];
  return [
    `${paint(severity, `${severity}[${code}]`)} ${what}`,
    ...lines.map((where, index) => `${index === 0 ? '  at: ' : '      '} ${where}`),
    `  why: ${why}`,
    `  fix: ${fix}`,
    `  see: ${documentationOf(code)}`,
  ].join('\n');
}

function whereOf({ place, path, cluster, construct }: ShownFinding): string {
  const position = place ? `${place.file}:${place.line}:${place.column}` : (construct ?? '');
  const where = [position, path === '' ? '' : `(${path})`].filter(text => text !== '').join(' ');
  return [where, cluster === undefined ? '' : `cluster ${cluster}`].filter(text => text !== '').join(', ');
}

function summary(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'info'] as const).map(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
  });
  return counts.filter(text => text !== '').join(', ');
}
