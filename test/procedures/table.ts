/** docs/procedures.md, from the rows that are run as tests. */

import type { ProcedureRow } from './row';

const HEAD = `# Procedures

What the product documentation has people do by hand, and how it is said in \`fleet.yaml\`. Each row is run as a test
(\`npx jest test/procedures -t P23\`): its settings have no error, and give these objects and no others. The settings
are those of one cluster; \`name\`, and \`openshift\` where it does not matter, are left out. A Job comes with the
namespace, permissions and script it needs. The file is written by \`UPDATE_GOLDEN=1 npx jest test/procedures/rows.test.ts\`.

| row | what is done | settings of the cluster | objects |
| --- | --- | --- | --- |
`;

/** The whole file. */
export const proceduresDocument = (rows: readonly ProcedureRow[]): string => `${HEAD}${rows.map(line).join('\n')}\n`;

function line({ id, what, config, instead, objects }: ProcedureRow): string {
  const said = config === undefined ? `none: ${instead}` : code(config.replace(/^\{(.*)\}$/, '$1'));
  return `| ${id} | ${what} | ${said} | ${objects.map(code).join('<br>')} |`;
}

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
