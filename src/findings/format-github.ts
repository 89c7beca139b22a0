/** Findings as workflow commands, which GitHub shows beside the lines of a pull request. */

import type { Finding, Severity } from './finding';
import { explainCommand } from './format-text';
import { type ShownFinding, shown } from './shown';
import { type FleetNames, whose } from './whose';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * One command a finding and line; an empty text if there are no findings.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const formatGithub = (findings: readonly Finding[], fleet?: FleetNames): string =>
  findings.map(finding => formatOne(shown(finding), fleet)).join('\n');

function formatOne(finding: ShownFinding, fleet: FleetNames | undefined): string {
  const { code, severity, place } = finding;
  const properties = {
    ...(place ? { file: place.file, line: String(place.line), col: String(place.column) } : {}),
    title: `${code}${finding.clusters === undefined ? '' : ` (${whose(finding.clusters, fleet).replace(/^cluster /, '')})`}`,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(messageOf(finding))}`;
}

function messageOf({ code, path, what, why, fix, construct }: ShownFinding): string {
  const at = path || construct;
  return [what, ...(at ? [`at: ${at}`] : []), `why: ${why}`, `fix: ${fix}`, `see: ${explainCommand(code)}`].join('\n');
}

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** In a property a colon and a comma have a meaning too. */
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
