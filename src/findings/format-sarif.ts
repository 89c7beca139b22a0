/** Findings as SARIF 2.1.0, for code scanning and for editors. */

import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CatalogueEntry } from './catalogue-entry';
import type { Finding, Place, Severity } from './finding';
import { explainCommand } from './format-text';
import { type ShownFinding, shown } from './shown';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** What is reported of the program. */
export interface Tool {
  readonly version: string;
  /** Address of the page of the project. */
  readonly page: string;
}

/**
 * A log of one run: the rules that were broken, and every finding.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(
  findings: readonly Finding[],
  catalogue: ReadonlyMap<string, CatalogueEntry>,
  tool: Tool,
): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules = codes.map(code => ruleOf(code, catalogue.get(code), tool));
  const seen = new Map<string, number>();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'registry-gitops', version: tool.version, informationUri: tool.page, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(shown).map(finding => resultOf(finding, codes.indexOf(finding.code), seen)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

/** What is always true of a code; a code without a row has its name alone. */
function ruleOf(code: string, entry: CatalogueEntry | undefined, { page }: Tool): object {
  if (entry === undefined) return { id: code };
  const { severity, title, why, fix, source } = entry;
  const see = explainCommand(code);
  return {
    id: code,
    shortDescription: { text: sentence(title) },
    helpUri: page,
    fullDescription: { text: sentence(why) },
    help: {
      text: [`Why: ${why}`, `Fix: ${fix}`, `Source: ${source}`, `See: ${see}`].join('\n'),
      markdown: [`**Why:** ${why}`, `**Fix:** ${fix}`, `**Source:** ${source}`, `**See:** ${see}`].join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function resultOf(finding: ShownFinding, ruleIndex: number, seen: Map<string, number>): object {
  const { code, severity, what, why, fix, place, clusters = [''], construct, path } = finding;
  const names = clusters.map(cluster => [cluster, path || construct].filter(Boolean).join('/')).filter(Boolean);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${what}\nWhy: ${why}\nFix: ${fix}` },
    locations: [
      {
        physicalLocation: place && physicalLocation(place),
        logicalLocations: names.length === 0 ? undefined : names.map(name => ({ fullyQualifiedName: name })),
      },
    ],
    partialFingerprints: { 'registryGitops/v1': fingerprint(finding, seen) },
  };
}

function physicalLocation({ file, line, column }: Place): object {
  return {
    artifactLocation: isAbsolute(file)
      ? { uri: pathToFileURL(file).href }
      : { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column },
  };
}

const relativeUri = (file: string): string =>
  file.replace(/\\/g, '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');

/** The same for a finding whose line moves; lines and values are not part of it, repetitions are counted. */
function fingerprint({ code, clusters = [], place, path }: ShownFinding, seen: Map<string, number>): string {
  const key = JSON.stringify([code, clusters[0] ?? '', place?.file ?? '', path]);
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash('sha256').update(`${key}#${count}`).digest('hex').slice(0, 32);
}
