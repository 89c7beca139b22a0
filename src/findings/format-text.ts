/** Findings for people, on a terminal or in a log: a block for each code, errors first. */

import type { Finding, Place, Severity } from './finding';
import { SEVERITIES } from './select';
import { type ShownFinding, shown } from './shown';
import { type FleetNames, whose } from './whose';
import { wrap } from './wrap';

/** What explains a code in full. */
export const explainCommand = (code: string): string => `registry-gitops explain ${code}`;

/** How findings are written. */
export interface TextOptions {
  /** Whether severities have colours. */
  readonly colour?: boolean;
  /** Characters of a line; lines are as long as their text where it is not given. */
  readonly width?: number;
  /** The clusters of the fleet, so that all of them, or all of a profile, can be called so. */
  readonly fleet?: FleetNames;
  /** The line of a file, for the excerpt of an error; undefined where it may not be shown. */
  readonly lineAt?: (place: Place) => string | undefined;
}

/** Paints text, or leaves it. */
type Paint = (severity: Severity, text: string) => string;

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };
const painted: Paint = (severity, text) => `\u001b[1;${COLOURS[severity]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

/** All findings; an empty text if there are no findings. */
export const formatText = (findings: readonly Finding[], options: TextOptions = {}): string =>
  groupsOf(findings)
    .map(group => formatGroup(group, options))
    .join('\n\n');

/** One finding. */
export const formatFinding = (finding: Finding): string => formatGroup([finding], {});

/** Findings that are shown together. */
type Group = readonly [Finding, ...Finding[]];

/** Errors first, then in the order of the first place each. Errors are together where they say the same: each has its own fix. */
function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { code, severity, what, why, fix } = finding;
    const key = JSON.stringify(severity === 'error' ? [code, what, why, fix] : [code, severity]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].sort(([a], [b]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Places that are listed; the other formats have them all. */
const LISTED = 5;

function formatGroup(group: Group, options: TextOptions): string {
  const paint = options.colour === true ? painted : plain;
  const first = shown(group[0]);
  const { code, severity, what, why, fix } = first;
  const line = (head: string, text: string): string =>
    options.width === undefined ? `${head}${text}` : wrap(`${head}${text}`, options.width, ' '.repeat(7));
  return [
    line(`${paint(severity, `${severity}[${code}]`)} `, what),
    ...placesOf(group, first, options).map((where, index) => line(index === 0 ? '  at:  ' : '       ', where)),
    ...(severity === 'error' ? excerpt(group[0], options) : []),
    line('  why: ', why),
    line('  fix: ', fix),
    `  see: ${explainCommand(code)}`,
  ].join('\n');
}

function placesOf(group: Group, first: ShownFinding, { fleet }: TextOptions): readonly string[] {
  const listed = group.length > LISTED + 1 ? group.slice(0, LISTED) : group;
  const rows = listed.map(shown).flatMap(finding => {
    const where = whereOf(finding, fleet);
    return where === '' ? [] : [`${where}${differenceOf(finding, first)}`];
  });
  if (listed.length === group.length) return rows;
  const clusters = [...new Set(group.flatMap(({ clusters: names = [] }) => names))].sort();
  const of = clusters.length < 2 ? '' : `; ${shownNames(clusters, fleet)}`;
  return [...rows, `and ${group.length - listed.length} more places, all of them with --format json${of}`];
}

const shownNames = (names: readonly string[], fleet: FleetNames | undefined): string =>
  shown({ code: '', severity: 'info', path: [], what: whose(names, fleet), why: '', fix: '' }).what;

/** What another place of the group says differently from the first one, which the headline and the fix are of. */
function differenceOf({ what, fix }: ShownFinding, first: ShownFinding): string {
  const parts = [...(what === first.what ? [] : [what]), ...(fix === first.fix ? [] : [`fix: ${fix}`])];
  return parts.map(part => `; ${part}`).join('');
}

function whereOf({ place, path, clusters = [], construct }: ShownFinding, fleet: FleetNames | undefined): string {
  const position = place ? `${place.file}:${place.line}:${place.column}` : (construct ?? '');
  const where = [position, path === '' ? '' : `(${path})`].filter(text => text !== '').join(' ');
  return [where, whose(clusters, fleet)].filter(text => text !== '').join(', ');
}

/** Characters of a line that are shown, and how many of them at most before its mark. */
const SHOWN = 120;
const BEFORE = 80;

/** The index, or the one before it where it would cut a character in two. */
const wholeAt = (text: string, index: number): number =>
  /[\udc00-\udfff]/.test(text[index] ?? '') ? index - 1 : index;

/** The line of the file, and a mark below the place. */
function excerpt({ place }: Finding, { lineAt }: TextOptions): readonly string[] {
  const text = place === undefined ? undefined : lineAt?.(place);
  if (place === undefined || text === undefined) return [];
  const start = Math.max(0, place.column - 1 - BEFORE);
  const from = start === 0 ? 0 : wholeAt(text, start + 1);
  const end = wholeAt(text, start + SHOWN);
  const cut = `${start > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`;
  const margin = ' '.repeat(String(place.line).length);
  return [`  ${place.line} | ${cut}`, `  ${margin} | ${' '.repeat(place.column - 1 - start)}^`];
}
