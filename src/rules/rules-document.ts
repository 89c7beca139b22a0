/** `docs/rules.md` and a page for each topic in `docs/rules/`, made of the catalogue and of a table of known mistakes. */

import { acceptanceOf, type ExplainedEntry, exampleText } from '../findings/explain-entry';
import { ROWS_BY_TOPIC, type Topic } from './catalogue';

/** What each page is called and about, in the order of the index. */
export const PAGES: Readonly<Record<Topic, { readonly title: string; readonly about: string }>> = {
  cluster: { title: 'Clusters', about: 'platform, version, domains, labels, Jobs and the takeover of default storage' },
  registry: { title: 'The registry', about: '`registry`: replicas, pods, nodes, resources, proxy, logging, requests' },
  storage: { title: 'Storage', about: 'which backend, who owns it, names, endpoints, buckets that are created' },
  volumes: { title: 'Volumes', about: '`storage.pvc` and `storage.odf.cephfs`: claims, classes, volumes' },
  s3: { title: 'S3', about: '`storage.s3`: buckets, encryption, CloudFront' },
  clouds: { title: 'Other object stores', about: '`storage.gcs`, `azure`, `swift`, `ibmcos` and `oss`' },
  odf: { title: 'OpenShift Data Foundation', about: '`storage.odf.rgw` and `storage.odf.noobaa`' },
  'trusted-ca': { title: 'Certificates of storage', about: '`trustedCA` of an object store' },
  credentials: { title: 'Credentials', about: '`credentials`: modes, keys and values' },
  routes: { title: 'Routes', about: '`routes` and their certificates' },
  pruner: { title: 'Pruner', about: '`pruner`: schedule and retention' },
  image: { title: 'Image settings', about: '`image`: registries that are allowed, blocked or trusted' },
  access: { title: 'Access', about: '`access`: who pulls, pushes and reads metrics' },
  'third-party': { title: 'Other registries', about: '`thirdParty` and `pullSecret`: logins and image streams' },
  text: { title: 'Texts', about: 'invisible characters and credentials in any text' },
  fleet: { title: 'Fleet and Argo CD', about: 'what clusters have in common, and `argocd`' },
  files: { title: 'Files', about: 'YAML, keys, types, profiles and `accept`' },
  lock: { title: 'The lock', about: '`fleet.lock.yaml` and `acknowledge`' },
  adopt: { title: 'Adopting', about: '`registry-gitops adopt`' },
  objects: { title: 'Manifests of other programs', about: 'the validation plugin' },
};

const INTRODUCTION = `# Rules

Everything \`registry-gitops\` and \`cdk8s synth\` can find, by topic. Made by \`npm run docs\` from the rules themselves: do not edit.

An **error** stops synthesis, a **warning** does not, an **info** explains. A finding is accepted for one cluster with
\`accept: [{code: CODE, reason: "why it is fine here"}]\`, except where images would be lost silently or the API server would refuse the
object. \`registry-gitops explain CODE\` prints one rule. [Known mistakes](rules/mistakes.md) lists what goes wrong with the
operator, and which rule finds it.

The examples are settings of a cluster (or a whole fleet, where they say \`clusters\`); tests run them all.`;

/** A known mistake with the registry operator, and what becomes of it: rules that find it, a reason why it cannot happen, or both. */
export interface Covered {
  readonly mistake: string;
  /** Codes of the findings. */
  readonly rules?: readonly string[];
  /** Why it cannot happen here, or cannot be checked. */
  readonly whyNot?: string;
}

/** The pages by path below `docs`, the same bytes for the same rules and mistakes. */
export function rulesDocuments(mistakes: readonly Covered[]): ReadonlyMap<string, string> {
  const topics = Object.keys(PAGES) as Topic[];
  const entries = topics.map(topic => [topic, entriesOf(topic)] as const);
  const homes = new Map(entries.flatMap(([topic, rows]) => rows.map(({ code }) => [code, topic] as const)));
  return new Map([
    ['rules.md', text([INTRODUCTION, ...entries.map(([topic, rows]) => overview(topic, rows))])],
    ...entries.map(([topic, rows]) => [`rules/${topic}.md`, page(topic, rows)] as const),
    ['rules/mistakes.md', mistakesPage(mistakes, homes)],
  ]);
}

const text = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const entriesOf = (topic: Topic): readonly ExplainedEntry[] =>
  [...ROWS_BY_TOPIC[topic]].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The anchor is the code as it is written; what a heading gives would be in lower case. */
const anchor = (code: string): string => `<a id="${code}"></a>`;

/** A topic in the index: each code is an anchor here too, for links that know the code alone. */
function overview(topic: Topic, entries: readonly ExplainedEntry[]): string {
  const { title, about } = PAGES[topic];
  const rows = entries.map(
    ({ code, severity, title: what }) =>
      `| ${anchor(code)}[${code}](rules/${topic}.md#${code}) | ${severity} | ${cell(what)} |`,
  );
  return [
    `## [${title}](rules/${topic}.md)\n\n${about}\n`,
    '| code | severity | what |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

function page(topic: Topic, entries: readonly ExplainedEntry[]): string {
  const { title, about } = PAGES[topic];
  return text([`# Rules: ${title}`, `[All rules](../rules.md). This page: ${about}.`, ...entries.map(section)]);
}

function section(entry: ExplainedEntry): string {
  const { code, severity, title, why, fix, source, bad, good } = entry;
  return [
    `${anchor(code)}\n\n## ${code}`,
    `**${severity}**, ${acceptanceOf(entry)}.`,
    `- **What:** ${title}.\n- **Why:** ${why}.\n- **Fix:** ${fix}.\n- **Source:** ${source}.`,
    ...(bad === undefined ? [] : [example('Refused or pointed out', bad)]),
    ...(good === undefined ? [] : [example('Fine', good)]),
  ].join('\n\n');
}

const example = (title: string, yaml: string): string => `${title}:\n\n\`\`\`yaml\n${exampleText(yaml)}\n\`\`\``;

/** Where a mistake is listed: with the first rule that finds it. */
function mistakesPage(mistakes: readonly Covered[], homes: ReadonlyMap<string, Topic>): string {
  const homeOf = ({ rules = [] }: Covered): Topic | undefined => homes.get(rules[0] ?? '');
  const table = (title: string, rows: readonly Covered[], head: string): readonly string[] => {
    const lines = rows.map(row => `| ${cell(row.mistake)} | ${answer(row, homes)} |`);
    return rows.length === 0 ? [] : [`## ${title}`, [`| mistake | ${head} |`, '|---|---|', ...lines].join('\n')];
  };
  const found = (Object.keys(PAGES) as Topic[]).flatMap(topic => {
    const rows = mistakes.filter(row => homeOf(row) === topic);
    return table(PAGES[topic].title, rows, 'found by, or why not');
  });
  const never = mistakes.filter(row => homeOf(row) === undefined);
  return text([
    '# Mistakes and what becomes of them',
    'Every mistake with the registry operator that we know of, and which rule finds it, or why it cannot be made here. Codes of findings on objects are those of the [validation plugin](../validation-plugin.md), for manifests of other programs.',
    ...found,
    ...table('Cannot be made, or cannot be seen', never, 'why'),
  ]);
}

function answer({ rules = [], whyNot = '' }: Covered, homes: ReadonlyMap<string, Topic>): string {
  const links = rules.map(code => `[${code}](${homes.get(code)}.md#${code})`).join(', ');
  return [links, cell(whyNot)].filter(part => part !== '').join('; ');
}

const cell = (content: string): string => content.replace(/\|/g, '\\|').replace(/\n/g, ' ');
