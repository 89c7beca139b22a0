/** docs/procedures.md, from the rows that are run as tests. */

import { Document, isCollection, parse, visit } from 'yaml';
import { NEWEST_VERSION } from '../../src/facts/versions';
import { exampleOf } from './example-of';
import type { ProcedureRow } from './row';

const HEAD = `# Procedures

What the product documentation has people do by hand, and how to write it in \`fleet.yaml\`. Each block has the settings of one
cluster, without its name, and its version where that does not matter; or a fleet, where the fleet must acknowledge something. Tests
run every block: it has no error, and creates the objects that are listed and no others. A Job comes with the namespace, permissions
and script that it needs.
`;

/** The first row of each chapter. */
const CHAPTERS: Readonly<Record<string, string>> = {
  P01: 'External registries',
  P08: 'The registry',
  P24: 'S3 and AWS',
  P34: 'Google Cloud',
  P38: 'OpenStack Swift',
  P42: 'Azure',
  P45: 'Volumes',
  P51: 'OpenShift Data Foundation',
  P54: 'Nutanix',
  P56: 'Access',
  P63: 'Routes',
  P67: 'Pruning',
  P70: 'ROSA',
};

/** The whole file. */
export const proceduresDocument = (rows: readonly ProcedureRow[]): string =>
  `${[HEAD, ...rows.map(row => `${chapterOf(row)}${section(row)}`)].join('\n')}`;

function chapterOf({ id }: ProcedureRow): string {
  const title = CHAPTERS[id];
  return title === undefined ? '' : `## ${title}\n\n`;
}

function section({ what, config, acknowledge, instead, objects }: ProcedureRow): string {
  const heading = `### ${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  if (config === undefined) return `${heading}\n\nNothing to configure: ${instead}.\n`;
  const settings = parse(config) as Readonly<Record<string, unknown>>;
  const shown = acknowledge === undefined ? settings : fleetOf(settings, acknowledge);
  return [heading, '', '```yaml', blockOf(shown), '```', '', createdBy(objects, config), ''].join('\n');
}

const fleetOf = (settings: Readonly<Record<string, unknown>>, change: string): object => ({
  clusters: [{ name: 'example', openshift: NEWEST_VERSION, ...settings }],
  acknowledge: [{ change, reason: 'decided by the platform team' }],
});

function createdBy(objects: readonly string[], config: string): string {
  const made = objects.length === 0 ? '' : `Creates ${objects.map(name => `\`${name}\``).join(', ')}.`;
  const like = exampleOf(config);
  return [made, like === undefined ? '' : `The example cluster \`${like.cluster}\` does it.`]
    .filter(text => text !== '')
    .join(' ');
}

/** YAML as people write it: what is deep and short is on one line. */
function blockOf(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node, path) => {
      if (path.filter(isCollection).length < 2 || JSON.stringify(node).length > 75) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
